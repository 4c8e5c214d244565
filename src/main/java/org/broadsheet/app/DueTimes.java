package org.broadsheet.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.RoundUpDue;
import org.broadsheet.schedule.FireTimes;

/** Says for which due time an edition is the one of now. */
public final class DueTimes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private DueTimes() {}

    /** An instant as the newsletter's admin reads it: date, time and zone. */
    public static String shown(Newsletter newsletter, Instant instant) {
        return TIME.format(instant.atZone(zone(newsletter))) + " " + zone(newsletter);
    }

    /**
     * The last time, up to an instant, at which the newsletter was due; the start of the day (UTC) for one without a
     * schedule, so that it comes at most once a day; empty for one that was never due yet.
     */
    public static Optional<Instant> latest(Newsletter newsletter, Instant at) {
        return newsletter
                .schedule()
                .map(schedule -> new FireTimes(schedule).latest(at))
                .orElseGet(() -> Optional.of(at.truncatedTo(ChronoUnit.DAYS)));
    }

    /** When the newsletter is due next; empty for one without a schedule, or whose last time has passed. */
    public static Optional<Instant> next(Newsletter newsletter, Instant after) {
        return newsletter.schedule().flatMap(schedule -> new FireTimes(schedule).next(after));
    }

    /**
     * The last time, up to an instant, at which the newsletter's round-up was due; the start of the day (UTC) for one
     * without a schedule; empty for one that was never due yet.
     */
    public static Optional<RoundUpDue> latestRoundUp(Newsletter newsletter, Instant at) {
        return newsletter
                .roundUpSchedule()
                .map(schedule -> new FireTimes(schedule).latest(at))
                .orElseGet(() -> Optional.of(at.truncatedTo(ChronoUnit.DAYS)))
                .map(due -> new RoundUpDue(due, zone(newsletter)));
    }

    /** When the newsletter's round-up is due next; empty for one without a schedule. */
    public static Optional<Instant> nextRoundUp(Newsletter newsletter, Instant after) {
        return newsletter.roundUpSchedule().flatMap(schedule -> new FireTimes(schedule).next(after));
    }

    /** The time zone that the newsletter's times are told in. */
    private static ZoneId zone(Newsletter newsletter) {
        return newsletter.timeZone();
    }
}

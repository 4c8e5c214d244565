package org.broadsheet.pace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Pace.Quiet;
import org.broadsheet.config.Pace.WarmUp;

/** Knows when nothing may go out at all: in quiet hours, and on a day of the warm-up that has had its share. */
public final class Calendar {
    private final Optional<Quiet> quiet;
    private final Optional<WarmUp> warmUp;
    private final Clock clock;

    /** A calendar of those settings. */
    public Calendar(Pace pace, Clock clock) {
        this.quiet = pace.quiet();
        this.warmUp = pace.warmUp();
        this.clock = clock;
    }

    /** The end of the quiet hours, when it is quiet now. */
    public Optional<Instant> quietUntil() {
        return quiet.filter(this::isQuiet).map(this::endOf);
    }

    private boolean isQuiet(Quiet hours) {
        LocalTime time = clock.instant().atZone(hours.timeZone()).toLocalTime();
        boolean fromOn = !time.isBefore(hours.from());
        boolean before = time.isBefore(hours.until());
        return hours.from().isBefore(hours.until()) ? fromOn && before : fromOn || before;
    }

    private Instant endOf(Quiet hours) {
        ZonedDateTime now = clock.instant().atZone(hours.timeZone());
        ZonedDateTime today = now.toLocalDate().atTime(hours.until()).atZone(hours.timeZone());
        return today.isAfter(now)
                ? today.toInstant()
                : now.toLocalDate()
                        .plusDays(1)
                        .atTime(hours.until())
                        .atZone(hours.timeZone())
                        .toInstant();
    }

    /** What may go out in all on the day that it is now; empty where there is no limit. */
    public Optional<Allowance> allowance() {
        ZonedDateTime now = clock.instant().atZone(ZoneId.of("UTC"));
        Instant began = now.truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant ends = now.truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant();
        return warmUp.flatMap(plan -> mails(plan, now)).map(mails -> new Allowance(mails, began, ends));
    }

    private static Optional<Long> mails(WarmUp plan, ZonedDateTime now) {
        long day = ChronoUnit.DAYS.between(plan.from(), now.toLocalDate());
        // Before the plan begins it holds as on its first day: the address is no older then.
        return day >= plan.days()
                ? Optional.empty()
                : Optional.of((long) Math.min(
                        1e12, plan.firstDay() * Math.pow(plan.growth(), (double) Math.max(0, day))));
    }

    /**
     * What may go out on one day.
     *
     * @param began when the day began
     * @param ends when the next one begins
     */
    public record Allowance(long mails, Instant began, Instant ends) {}
}

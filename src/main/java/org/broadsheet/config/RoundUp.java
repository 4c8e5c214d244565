package org.broadsheet.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;

/** When a newsletter's round-up of the week is due, for readers who chose one mail a week. */
public record RoundUp(
        @Key(
                doc =
                        "The day of the week; without it the last of the newsletter's own `days`, or saturday where it has"
                                + " none.",
                example = "friday")
        Optional<DayOfWeek> day,

        @Key(
                doc = "The time of day, in the newsletter's time zone; without it the newsletter's own `at`, or 08:00"
                        + " where it has none.",
                example = "\"17:00\"")
        Optional<LocalTime> at) {

    /** A week's mail that was missed is worth reading for longer than a day's. */
    private static final Duration GRACE = Duration.ofDays(2);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** As it is where the admin says nothing. */
    public static RoundUp usual() {
        return new RoundUp(Optional.empty(), Optional.empty());
    }

    /**
     * The whole schedule of the round-up.
     *
     * @param editions that of the newsletter's editions
     * @return empty where neither that nor this says anything: then nothing is due by itself
     */
    Optional<Schedule> schedule(Optional<Schedule> editions) {
        if (editions.isEmpty() && equals(usual())) {
            return Optional.empty();
        }
        DayOfWeek due = day.orElseGet(() -> editions.filter(own -> own.at().isPresent())
                .map(own -> Collections.max(own.days().orElse(Days.DAILY).set()))
                .orElse(DayOfWeek.SATURDAY));
        LocalTime time = at.or(() -> editions.flatMap(Schedule::at)).orElse(MORNING);
        ZoneId zone = editions.map(Schedule::timeZone).orElse(ZoneId.of("UTC"));
        return Optional.of(new Schedule(Optional.of(time), Optional.of(Days.only(due)), Optional.empty(), zone, GRACE));
    }

    /** The day of the week on which the round-up is due, where one is due by itself. */
    static DayOfWeek dayOf(Schedule schedule) {
        return Collections.max(schedule.days().orElse(Days.DAILY).set());
    }
}

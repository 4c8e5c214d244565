package org.broadsheet.config;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a newsletter is due: either {@code at} and {@code days}, or {@code cron}.
 *
 * @param cron a Quartz cron expression, seconds first
 * @param grace how late after its time an edition that was missed is still made
 */
public record Schedule(
        @Key(doc = "The time of day, in the time zone below.", example = "\"07:00\"")
        Optional<LocalTime> at,

        @Key(doc = "The days with `at`: daily, mon-fri, or a list such as mon,wed,fri.", example = "mon-fri")
        Optional<Days> days,

        @Key(doc = "Instead of `at` and `days`: a Quartz cron expression.", example = "\"0 0 7 ? * MON-FRI\"")
        Optional<String> cron,

        @Key(doc = "The time zone, as an IANA name.", example = "Europe/Berlin")
        ZoneId timeZone,

        @Key(
                doc = "How late an edition that was missed, say by an outage, is still made; 0m is never.",
                byDefault = "6h",
                min = 0)
        Duration grace) {

    public Schedule {
        if (at.isPresent() && cron.isPresent()) {
            throw new IllegalArgumentException("has both `at` and `cron`; keep one of them");
        }
        if (at.isEmpty() && cron.isEmpty()) {
            throw new IllegalArgumentException("needs `at`, such as 07:00, or `cron`");
        }
        if (cron.isPresent() && days.isPresent()) {
            throw new IllegalArgumentException(
                    "days: goes with `at`, not with `cron`; put the days into the cron expression");
        }
    }

    /** The whole schedule as one Quartz cron expression. */
    public String cronExpression() {
        return cron.orElseGet(() -> {
            LocalTime time = at.orElseThrow();
            String days = this.days.orElse(Days.DAILY).cronField();
            // Joined, not formatted: a format would write the digits of the machine's locale.
            return time.getSecond() + " " + time.getMinute() + " " + time.getHour() + " ? * " + days;
        });
    }
}

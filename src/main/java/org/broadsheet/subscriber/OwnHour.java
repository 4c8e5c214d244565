package org.broadsheet.subscriber;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The time of day at which a reader wants mail.
 *
 * @param timeZone an IANA time zone
 * @param deliverAt minutes after midnight there
 */
public record OwnHour(String timeZone, int deliverAt) {
    private static final int DAY = 24 * 60;

    public OwnHour {
        if (deliverAt < 0 || deliverAt >= DAY) {
            throw new IllegalArgumentException("no minute of a day: " + deliverAt);
        }
    }

    /**
     * The first such time at or after an instant. Where the clock skips it, it is as much later as the clock skips; where
     * the clock shows it twice, it is the first of both.
     */
    public Instant from(Instant instant) {
        ZonedDateTime local = instant.atZone(ZoneId.of(timeZone));
        LocalTime time = LocalTime.MIDNIGHT.plusMinutes(deliverAt);
        Instant today = local.toLocalDate().atTime(time).atZone(local.getZone()).toInstant();
        return today.isBefore(instant)
                ? local.toLocalDate()
                        .plusDays(1)
                        .atTime(time)
                        .atZone(local.getZone())
                        .toInstant()
                : today;
    }
}

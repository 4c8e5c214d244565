package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a round-up is due, and of which week it is.
 *
 * @param time at which the newsletter's schedule wants it
 * @param zone in which the days of the week begin
 */
public record RoundUpDue(Instant time, ZoneId zone) {
    /** The week that it is the one round-up of. */
    public Week week() {
        return Week.of(LocalDate.ofInstant(time, zone));
    }

    /** A moment later: an edition may be due at the same time, and there is one of each time; the round-up follows it. */
    Instant scheduledFor() {
        return time.plusMillis(1);
    }
}

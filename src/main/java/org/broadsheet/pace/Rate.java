package org.broadsheet.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * So many mails a minute, evenly: a mail may go out when the time that the ones before it fill is over (the generic cell
 * rate algorithm of ITU-T I.371, with room for a second's worth of mails at once). Not for several threads.
 */
final class Rate {
    private static final Duration BURST = Duration.ofSeconds(1);
    private static final double NANOS = Duration.ofMinutes(1).toNanos();

    private double perMinute;
    private Instant filledUntil = Instant.MIN;

    Rate(double perMinute) {
        this.perMinute = perMinute;
    }

    double perMinute() {
        return perMinute;
    }

    void set(double mails) {
        perMinute = mails;
    }

    /** The time that one mail fills. */
    Duration interval() {
        return Duration.ofNanos((long) (NANOS / perMinute));
    }

    /** When the next mail may go out, at the earliest. */
    Instant next(Instant now) {
        return filledUntil.isBefore(now.plus(BURST)) ? now : filledUntil.minus(BURST);
    }

    /** One goes out. */
    void take(Instant now) {
        Instant start = filledUntil.isBefore(now) ? now : filledUntil;
        filledUntil = start.plus(interval());
    }

    /** Nothing goes out before. */
    void rest(Instant until) {
        filledUntil = until.plus(BURST);
    }
}

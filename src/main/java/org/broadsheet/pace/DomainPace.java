package org.broadsheet.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.Pace.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How fast one domain gets mails: as fast as the admin lets it, or slower for as long as its servers ask for that. It
 * halves at once and recovers step by step, as TCP does (RFC 5681). Not for several threads.
 */
final class DomainPace {
    /** Where nothing told a rate yet, the first to go back to. */
    private static final double FIRST_SLOW = 60;

    private static final double SLOWEST = 1;
    private static final double RECOVERY = 1.5;
    private static final Duration REST = Duration.ofMinutes(1);
    /** While another mail is on its way, there is no telling when it is done. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    /** No mail is put off for longer, since the pace may be another by then. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Of a domain without a limit: from there on it is as fast as any server takes mails. */
    private static final double FAST_ENOUGH = 6000;

    private final Limit limit;
    private @Nullable Rate rate;
    private Instant changed = Instant.MIN;
    private Instant queue = Instant.MIN;
    private boolean slowed;
    private int under;

    DomainPace(Limit limit) {
        this.limit = limit;
        this.rate = limit.perMinute() > 0 ? new Rate(limit.perMinute()) : null;
    }

    /** When the next mail may go there; empty for now. */
    Optional<Instant> next(Instant now) {
        if (limit.connections() > 0 && under >= limit.connections()) {
            return Optional.of(now.plus(A_MOMENT));
        }
        return Optional.ofNullable(rate).map(some -> some.next(now)).filter(at -> at.isAfter(now));
    }

    /**
     * When a mail that may not go there now is to be asked for again: each a little after the one before, or all that
     * wait would be asked for at once, again and again.
     *
     * @param next what {@link #next} said
     */
    Instant putOff(Instant now, Instant next) {
        Instant last = now.plus(LONGEST);
        Instant free = queue.isBefore(next) ? next : queue;
        Instant place = free.isBefore(last) ? free : last;
        queue = place.plus(rate == null ? A_MOMENT.dividedBy(limit.connections()) : rate.interval());
        return place;
    }

    void begin(Instant now) {
        under++;
        if (rate != null) {
            rate.take(now);
        }
    }

    /** Mails that were on their way before this was remembered end here, too. */
    void end() {
        under = Math.max(0, under - 1);
    }

    /** Its servers ask for less. Many mails may be told so at once, which is one wish. */
    void slowDown(Instant now) {
        if (slowed && now.isBefore(changed.plus(REST))) {
            return;
        }
        Rate current = rate == null ? new Rate(FIRST_SLOW * 2) : rate;
        current.set(Math.max(SLOWEST, current.perMinute() / 2));
        current.rest(now.plus(REST));
        rate = current;
        slowed = true;
        changed = now;
    }

    /** Its servers take mails. */
    void accepted(Instant now) {
        Rate current = rate;
        if (!slowed || current == null || now.isBefore(changed.plus(REST.multipliedBy(2)))) {
            return;
        }
        current.set(current.perMinute() * RECOVERY);
        changed = now;
        if (limit.perMinute() == 0 && current.perMinute() >= FAST_ENOUGH) {
            rate = null;
            slowed = false;
        } else if (limit.perMinute() > 0 && current.perMinute() >= limit.perMinute()) {
            current.set(limit.perMinute());
            slowed = false;
        }
    }

    /** Whether there is nothing to remember of it. */
    boolean isForgettable(Instant now) {
        return under == 0 && !slowed && next(now).isEmpty();
    }
}

package org.broadsheet.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.pace.Permit;
import org.broadsheet.pace.Throttle;

/**
 * What one run has claimed and not begun to send: claimed many at a time, given out one by one, when its time has come, to
 * whichever lane is free.
 */
final class ClaimPool {
    /** Large enough that claiming costs little, small enough that other processes on the ledger get their share. */
    static final int BATCH = 200;

    private final DeliveryRun run;
    private final LedgerStore ledger;
    private final Owner owner;
    private final Throttle throttle;
    private final Deque<Claim> claims = new ArrayDeque<>();

    ClaimPool(DeliveryRun run, LedgerStore ledger, Owner owner, Throttle throttle) {
        this.run = run;
        this.ledger = ledger;
        this.owner = owner;
        this.throttle = throttle;
    }

    /**
     * The next delivery to send; empty when none is due, or the run shall end. Whoever gets one says {@link #done} in the
     * end.
     */
    synchronized Optional<Claim> next() {
        while (run.goesOn()) {
            if (claims.isEmpty()) {
                claims.addAll(run.claim(owner, BATCH));
            }
            if (claims.isEmpty()) {
                return Optional.empty();
            }
            Optional<Claim> ready = ready();
            if (ready.isPresent()) {
                return ready;
            }
        }
        return Optional.empty();
    }

    /** The first that may go. Those whose domain gets no more for now make room for others in the ledger. */
    private Optional<Claim> ready() {
        Map<Claim, Instant> later = new HashMap<>();
        Iterator<Claim> left = claims.iterator();
        Optional<Claim> found = Optional.empty();
        while (left.hasNext() && found.isEmpty() && run.goesOn()) {
            Claim claim = left.next();
            Permit permit = throttle.ask(claim.domain());
            if (permit instanceof Permit.Wait wait) {
                run.pause(wait.time());
                left = claims.iterator();
            } else {
                left.remove();
                if (permit instanceof Permit.Later soon) {
                    later.put(claim, soon.at());
                } else {
                    found = Optional.of(claim);
                }
            }
        }
        postpone(later);
        return found;
    }

    private void postpone(Map<Claim, Instant> later) {
        if (!later.isEmpty()) {
            ledger.postpone(later);
            later.values().forEach(run::pacedUntil);
        }
    }

    /** Takes back what was not tried, for another lane. */
    synchronized void giveBack(Claim claim) {
        claims.addFirst(claim);
    }

    /** What was given out was sent, or it turned out that it must not be. */
    void done(Claim claim) {
        throttle.done(claim.domain());
    }

    /** Gives back to the ledger, unattempted, what is left when all lanes have ended. */
    synchronized void release() {
        claims.clear();
        ledger.release(run.editionId(), owner);
    }
}

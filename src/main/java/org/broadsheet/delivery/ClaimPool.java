package org.broadsheet.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
    private final Owner owner;
    private final Throttle throttle;
    private final Deque<Claim> claims = new ArrayDeque<>();
    private final Object waiting = new Object();

    ClaimPool(DeliveryRun run, Owner owner, Throttle throttle) {
        this.run = run;
        this.owner = owner;
        this.throttle = throttle;
    }

    /**
     * The next delivery to send, as soon as its time comes; empty when none is due, or the run shall end. Whoever gets one
     * says {@link #done} in the end.
     */
    Optional<Claim> next() {
        // One waits for all who would.
        synchronized (waiting) {
            Turn turn = turn();
            while (turn instanceof Turn.In in) {
                run.pause(in.time());
                turn = turn();
            }
            return turn instanceof Turn.Now now ? Optional.of(now.claim()) : Optional.empty();
        }
    }

    /** The next delivery when it may be sent at once: waits for nothing. Empty otherwise. */
    synchronized Optional<Claim> nextNow() {
        boolean goes = run.goesOn()
                && !claims.isEmpty()
                && throttle.goesNow(claims.getFirst().domain());
        return goes ? Optional.of(claims.removeFirst()) : Optional.empty();
    }

    /** Whose turn it is. */
    private sealed interface Turn {
        record Now(Claim claim) implements Turn {}

        record In(Duration time) implements Turn {}

        record Over() implements Turn {}
    }

    private synchronized Turn turn() {
        Optional<Turn> turn = Optional.empty();
        while (run.goesOn() && turn.isEmpty()) {
            if (claims.isEmpty()) {
                claims.addAll(run.claim(owner, BATCH));
            }
            turn = claims.isEmpty() ? Optional.of(idle()) : firstThatMayGo();
        }
        return turn.orElseGet(Turn.Over::new);
    }

    private Turn idle() {
        Optional<Duration> pace = run.untilPaced();
        return pace.isPresent() ? new Turn.In(pace.get()) : new Turn.Over();
    }

    /** Those whose domain gets no more for now make room for others in the ledger. Empty when that is all of them. */
    private Optional<Turn> firstThatMayGo() {
        Map<Claim, Instant> later = new HashMap<>();
        Optional<Turn> found = Optional.empty();
        while (found.isEmpty() && !claims.isEmpty()) {
            Claim claim = claims.removeFirst();
            Permit permit = throttle.ask(claim.domain());
            if (permit instanceof Permit.Later soon) {
                later.put(claim, soon.at());
            } else if (permit instanceof Permit.Wait wait) {
                claims.addFirst(claim);
                found = Optional.of(new Turn.In(wait.time()));
            } else {
                found = Optional.of(new Turn.Now(claim));
            }
        }
        if (!later.isEmpty()) {
            run.postpone(later);
        }
        return found;
    }

    /** Those that will be given out next, as it looks now; at most that many. */
    synchronized List<Claim> coming(int most) {
        return claims.stream().limit(most).toList();
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
        run.release(owner);
    }
}

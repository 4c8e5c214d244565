package org.broadsheet.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What one run has claimed and not begun to send: claimed many at a time, given out one by one to whichever lane is free. */
final class ClaimPool {
    /** Large enough that claiming costs little, small enough that other processes on the ledger get their share. */
    static final int BATCH = 200;

    private final DeliveryRun run;
    private final LedgerStore ledger;
    private final Owner owner;
    private final Deque<Claim> claims = new ArrayDeque<>();

    ClaimPool(DeliveryRun run, LedgerStore ledger, Owner owner) {
        this.run = run;
        this.ledger = ledger;
        this.owner = owner;
    }

    /** The next delivery to send; empty when none is due, or the run shall end. */
    synchronized Optional<Claim> next() {
        if (!run.goesOn()) {
            return Optional.empty();
        }
        if (claims.isEmpty()) {
            claims.addAll(ledger.claim(run.editionId(), owner, BATCH));
        }
        return Optional.ofNullable(claims.poll());
    }

    /** Takes back what was not tried, for another lane. */
    synchronized void giveBack(Claim claim) {
        claims.addFirst(claim);
    }

    /** Gives back to the ledger, unattempted, what is left when all lanes have ended. */
    synchronized void release() {
        claims.clear();
        ledger.release(run.editionId(), owner);
    }
}

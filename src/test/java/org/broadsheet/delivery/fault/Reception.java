package org.broadsheet.delivery.fault;

import java.util.concurrent.atomic.AtomicInteger;

/** What one recipient got, as the server knows it. */
final class Reception {
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    int nextTry() {
        return tries.getAndIncrement();
    }

    void take(boolean leftInDoubt) {
        taken.incrementAndGet();
        inDoubt.addAndGet(leftInDoubt ? 1 : 0);
    }

    void refuse() {
        refused.incrementAndGet();
    }

    boolean isTaken() {
        return taken.get() > 0;
    }

    boolean isRefused() {
        return refused.get() > 0;
    }

    /** How often too many it got the mail, but for the times that the server itself hid that it had it. */
    int doubled() {
        return Math.max(0, taken.get() - 1 - inDoubt.get());
    }

    /** How often too many it got the mail because the server hid that it had it. */
    int doubledInDoubt() {
        return Math.max(0, taken.get() - 1) - doubled();
    }
}

package org.broadsheet.delivery;

import java.util.Optional;

/** Watches how much of an edition is refused for good. Not for several threads. */
final class RefusedShare {
    /** With fewer mails than that, a share tells nothing. */
    static final int FEW = 50;

    private final int mostPercent;
    private long sent;
    private long refused;
    private boolean told;

    /** Goes on from what earlier runs did. */
    RefusedShare(LedgerCounts before, int mostPercent) {
        this.mostPercent = mostPercent;
        this.sent = before.of(DeliveryState.SENT);
        this.refused = before.of(DeliveryState.FAILED);
    }

    void sent() {
        sent++;
    }

    /** One more; returns, once, what to tell the admin when that is too many. */
    Optional<String> refused() {
        refused++;
        long tried = sent + refused;
        if (told || tried < FEW || refused * 100 <= mostPercent * tried) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(refused + " of " + tried + " mails were refused for good, more than the " + mostPercent
                + " percent of pace.most-refused");
    }
}

package org.broadsheet.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Not tried yet. */
    QUEUED,
    /** Being sent right now, or by a process that died over it. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Failed for now; will be tried again. */
    DEFERRED,
    /** Refused for good. */
    FAILED,
    /** The reader unsubscribed, or must not be mailed any more. */
    SKIPPED,
    /** Tried until it was too late. */
    EXPIRED;

    /** The name as the ledger writes it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}

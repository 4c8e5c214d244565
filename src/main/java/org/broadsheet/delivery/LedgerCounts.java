package org.broadsheet.delivery;

import java.util.Map;

/** How many deliveries of an edition stand how. */
public record LedgerCounts(Map<DeliveryState, Long> byState) {
    public LedgerCounts {
        byState = Map.copyOf(byState);
    }

    /** Those in that state. */
    public long of(DeliveryState state) {
        return byState.getOrDefault(state, 0L);
    }

    /** All of them. */
    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those whose fate is still open. */
    public long open() {
        return of(DeliveryState.QUEUED) + of(DeliveryState.SENDING) + of(DeliveryState.DEFERRED);
    }
}

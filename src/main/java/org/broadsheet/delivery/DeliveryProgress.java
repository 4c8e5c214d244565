package org.broadsheet.delivery;

/** Is told how far a delivery has come; by one thread at a time, but not always the same. */
@FunctionalInterface
public interface DeliveryProgress {
    /** Tells nobody. */
    DeliveryProgress SILENT = count -> {};

    /** One more delivery was settled. */
    void advanced(Count count);

    /**
     * How far it has come.
     *
     * @param done how many were settled in this run
     * @param total how many were open when it began
     * @param refused how many of those done were refused for good, or given up
     */
    record Count(long done, long total, long refused) {}
}

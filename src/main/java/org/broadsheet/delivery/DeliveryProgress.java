package org.broadsheet.delivery;

/** Is told how far a delivery has come; by one thread at a time, but not always the same. */
@FunctionalInterface
public interface DeliveryProgress {
    /**
     * One more delivery was settled.
     *
     * @param done how many were settled in this run
     * @param total how many were open when it began
     */
    void advanced(long done, long total);
}

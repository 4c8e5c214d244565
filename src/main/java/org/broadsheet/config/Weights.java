package org.broadsheet.config;

/** Says which weights an admin may give: enough to prefer or to hold back, not so much that nothing else counts. */
final class Weights {
    private static final double LEAST = 0.1;
    private static final double MOST = 10;

    private Weights() {}

    static void check(double weight) {
        if (!(weight >= LEAST && weight <= MOST)) {
            throw new IllegalArgumentException("weight: must be a number from 0.1 to 10");
        }
    }
}

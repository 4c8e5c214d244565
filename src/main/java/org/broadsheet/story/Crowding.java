package org.broadsheet.story;

import java.util.List;

/**
 * Corrects similarities for how crowded the neighbourhood is. In a debate that all papers write about, everything is a
 * little like everything; only what stands out of that is the same event (after "cross-domain similarity local scaling",
 * Conneau and others, 2018).
 */
final class Crowding {
    /** The nearest neighbours may be of the same event, so those behind them tell how crowded it is. */
    private static final int FROM = 6;

    private static final int UNTIL = 29;
    private static final double WEIGHT = 0.7;

    private final float[][] nearest;

    private Crowding(int items) {
        this.nearest = new float[items][];
    }

    /** The links with what they owe to the crowd taken off; those that owe all are left out. */
    static List<Link> corrected(int items, List<Link> links) {
        Crowding crowding = new Crowding(items);
        for (Link link : links) {
            crowding.meet(link.one(), (float) link.similarity());
            crowding.meet(link.other(), (float) link.similarity());
        }
        return links.stream()
                .map(crowding::corrected)
                .filter(link -> link.similarity() > 0)
                .toList();
    }

    private void meet(int item, float similarity) {
        float[] sorted = nearest[item];
        if (sorted == null) {
            sorted = new float[UNTIL];
            nearest[item] = sorted;
        }
        int at = UNTIL;
        while (at > 0 && sorted[at - 1] < similarity) {
            at--;
        }
        if (at < UNTIL) {
            System.arraycopy(sorted, at, sorted, at + 1, UNTIL - at - 1);
            sorted[at] = similarity;
        }
    }

    private Link corrected(Link link) {
        double crowd = (crowd(link.one()) + crowd(link.other())) / 2;
        return new Link(link.one(), link.other(), link.similarity() - WEIGHT * crowd);
    }

    private double crowd(int item) {
        double sum = 0;
        for (int i = FROM; i < UNTIL; i++) {
            sum += nearest[item][i];
        }
        return sum / (UNTIL - FROM);
    }
}

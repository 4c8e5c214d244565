package org.broadsheet.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corrects similarities for how crowded the neighbourhood is. In a debate that all papers write about, everything is a
 * little like everything; only what stands out of that is the same event (after "cross-domain similarity local scaling",
 * Conneau and others, 2018).
 *
 * <p>At first nobody knows which of the neighbours tell the same event, so the nearest few do not count as a crowd. Once
 * there are clusters, all that is outside of an item's own does, and more can be taken off.
 */
final class Crowding {
    /**
     * What counts as the crowd of an item.
     *
     * @param from the place of the first neighbour that counts, the nearest having place 0
     * @param until the place after the last one
     * @param weight how much of the crowd is taken off
     * @param least the crowd of an item that has none
     */
    private record Crowd(int from, int until, double weight, double least) {
        /** The nearest may be of the same event, so those behind them tell how crowded it is. */
        static final Crowd BEFORE_CLUSTERS = new Crowd(6, 29, 0.7, 0);

        private static final int LARGEST = 13;
        private static final double PER_ROOT = 0.75;

        /** Of few items fewer are near, and to be near to one of them by chance takes less than meeting a crowd. */
        static Crowd outsideOfClusters(int items) {
            int size = (int) Math.min(LARGEST, PER_ROOT * Math.sqrt(items));
            return new Crowd(0, Math.max(1, size), 1.4, 0.02);
        }
    }

    private final Crowd crowd;

    /** The similarities of the nearest neighbours of each item; null for an item that has none. */
    private final float[] @Nullable [] nearest;

    private Crowding(int items, Crowd crowd) {
        this.crowd = crowd;
        this.nearest = new float[items][];
    }

    /** The links with what they owe to the crowd taken off; those that owe all are left out. */
    static List<Link> corrected(int items, List<Link> links) {
        Crowding crowding = new Crowding(items, Crowd.BEFORE_CLUSTERS);
        links.forEach(crowding::meet);
        return crowding.corrected(links);
    }

    /** The same when it is known what belongs together, each item being in one cluster: then that is no crowd. */
    static List<Link> corrected(List<List<Integer>> clusters, List<Link> links) {
        int[] clusterOf = Linkage.clusterOf(clusters);
        Crowding crowding = new Crowding(clusterOf.length, Crowd.outsideOfClusters(clusterOf.length));
        links.stream()
                .filter(link -> clusterOf[link.one()] != clusterOf[link.other()])
                .forEach(crowding::meet);
        return crowding.corrected(links);
    }

    private void meet(Link link) {
        meet(link.one(), (float) link.similarity());
        meet(link.other(), (float) link.similarity());
    }

    private void meet(int item, float similarity) {
        float[] known = nearest[item];
        float[] sorted = known == null ? new float[crowd.until()] : known;
        nearest[item] = sorted;
        int at = sorted.length;
        while (at > 0 && sorted[at - 1] < similarity) {
            at--;
        }
        if (at < sorted.length) {
            System.arraycopy(sorted, at, sorted, at + 1, sorted.length - at - 1);
            sorted[at] = similarity;
        }
    }

    private List<Link> corrected(List<Link> links) {
        return links.stream()
                .map(this::corrected)
                .filter(link -> link.similarity() > 0)
                .toList();
    }

    private Link corrected(Link link) {
        double both = (crowd(link.one()) + crowd(link.other())) / 2;
        return new Link(link.one(), link.other(), link.similarity() - crowd.weight() * both);
    }

    private double crowd(int item) {
        float[] sorted = nearest[item];
        double sum = 0;
        for (int i = crowd.from(); sorted != null && i < crowd.until(); i++) {
            sum += sorted[i];
        }
        return Math.max(crowd.least(), sum / (crowd.until() - crowd.from()));
    }
}

package org.broadsheet.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins items that stayed alone to the cluster they are nearest to, when no other is nearly as near: what two texts have
 * in common may be little, and yet tell them from all others (the ratio test of Lowe, 2004, for features of pictures).
 */
final class Stragglers {
    /** How near it must be, as a part of what is asked of all others. */
    private static final double NEAR_ENOUGH = 0.5;

    private final Batch batch;
    private final Similarity similarity;
    private final List<List<Integer>> clusters;
    private final int[] clusterOf;
    private final double[] within;

    /** What each cluster that is one item shares with others; empty for others. */
    private final List<Map<Integer, Double>> shared = new ArrayList<>();

    private Stragglers(Batch batch, List<Link> links, List<List<Integer>> clusters) {
        this.batch = batch;
        this.similarity = new Similarity(batch.words());
        this.clusters = clusters;
        this.clusterOf = Linkage.clusterOf(clusters);
        this.within = new double[clusters.size()];
        for (int cluster = 0; cluster < within.length; cluster++) {
            within[cluster] = clusters.get(cluster).size();
            shared.add(new HashMap<>());
        }
        links.forEach(this::add);
    }

    /** The nearest cluster of one, or none; how near it is, and the second. */
    private record Nearest(int cluster, double nearness, double second) {
        static final Nearest NONE = new Nearest(-1, 0, 0);

        Nearest or(int other, double how) {
            // The first of equals, so that the order of a map does not matter.
            boolean nearer = how > nearness || (how == nearness && other < cluster);
            return nearer ? new Nearest(other, how, nearness) : new Nearest(cluster, nearness, Math.max(second, how));
        }
    }

    /**
     * The clusters, with stragglers in them.
     *
     * @param threshold how near two clusters had to be
     * @param rival how near the second nearest may be, compared with the nearest, from 0 to 1; at 0 nothing is joined
     */
    static List<List<Integer>> joined(
            Batch batch, List<Link> links, List<List<Integer>> clusters, double threshold, double rival) {
        return rival > 0 ? new Stragglers(batch, links, clusters).joined(NEAR_ENOUGH * threshold, rival) : clusters;
    }

    private void add(Link link) {
        int one = clusterOf[link.one()];
        int other = clusterOf[link.other()];
        if (one == other) {
            within[one] += 2 * link.similarity();
        } else {
            add(one, other, link.similarity());
            add(other, one, link.similarity());
        }
    }

    private void add(int one, int other, double similarity) {
        if (isAlone(one)) {
            shared.get(one).merge(other, similarity, Double::sum);
        }
    }

    private boolean isAlone(int cluster) {
        return clusters.get(cluster).size() == 1;
    }

    private List<List<Integer>> joined(double least, double rival) {
        Nearest[] nearest = new Nearest[clusters.size()];
        for (int cluster = 0; cluster < nearest.length; cluster++) {
            Nearest found = nearest(cluster);
            boolean standsOut = found.nearness() >= least && found.second() <= rival * found.nearness();
            nearest[cluster] = standsOut ? found : Nearest.NONE;
        }
        List<List<Integer>> joined = new ArrayList<>();
        clusters.forEach(cluster -> joined.add(new ArrayList<>(cluster)));
        for (int cluster = 0; cluster < nearest.length; cluster++) {
            int other = nearest[cluster].cluster();
            if (other >= 0 && isWelcome(cluster, other, nearest) && tellTheSame(cluster, other)) {
                joined.get(other).addAll(clusters.get(cluster));
                joined.get(cluster).clear();
            }
        }
        joined.removeIf(List::isEmpty);
        return joined;
    }

    private Nearest nearest(int cluster) {
        Nearest nearest = Nearest.NONE;
        for (Map.Entry<Integer, Double> some : shared.get(cluster).entrySet()) {
            int other = some.getKey();
            double nearness = Linkage.nearness(
                    some.getValue(),
                    within[cluster] * within[other],
                    clusters.get(cluster).size() * (double) clusters.get(other).size());
            nearest = nearest.or(other, nearness);
        }
        return nearest;
    }

    /** Two that are alone must be nearest to each other; the first then joins the second. */
    private boolean isWelcome(int cluster, int other, Nearest[] nearest) {
        return !isAlone(other) || (cluster < other && nearest[other].cluster() == cluster);
    }

    private boolean tellTheSame(int cluster, int other) {
        Item straggler = batch.items().get(clusters.get(cluster).get(0));
        return clusters.get(other).stream()
                .anyMatch(item -> similarity.shareMuch(straggler, batch.items().get(item)));
    }
}

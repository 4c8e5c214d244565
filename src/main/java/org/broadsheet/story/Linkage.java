package org.broadsheet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Joins items to clusters, the nearest two first, until none are near enough. Pairs without a link count as zero. */
final class Linkage {
    /** Between average link (0) and the distance of centroids (1). */
    private static final double GAMMA = 0.653;

    private final List<Cluster> clusters = new ArrayList<>();
    private final PriorityQueue<Join> joins = new PriorityQueue<>(Comparator.comparingDouble(Join::nearness)
            .reversed()
            .thenComparingInt(Join::one)
            .thenComparingInt(Join::other));
    private final double threshold;

    /** Two clusters that could become one. */
    private record Join(int one, int other, double nearness) {}

    private static final class Cluster {
        private final List<Integer> members = new ArrayList<>();
        private final Map<Integer, Double> links = new HashMap<>();

        /** The similarities of all members to all, themselves included. */
        private double within;

        private boolean joined;
    }

    private Linkage(double threshold) {
        this.threshold = threshold;
    }

    /** The clusters of that many items; every item is in exactly one. */
    static List<List<Integer>> clusters(int items, List<Link> links, double threshold) {
        return clusters(IntStream.range(0, items).mapToObj(List::of).toList(), links, threshold);
    }

    /** The clusters that become of others, which hold every item once and are never split. */
    static List<List<Integer>> clusters(List<List<Integer>> first, List<Link> links, double threshold) {
        Linkage linkage = new Linkage(threshold);
        linkage.begin(first, links);
        linkage.run();
        return linkage.clusters.stream()
                .filter(cluster -> !cluster.joined)
                .map(cluster -> cluster.members)
                .toList();
    }

    /** In which cluster each item is, when every item is in one. */
    static int[] clusterOf(List<List<Integer>> clusters) {
        int[] clusterOf = new int[clusters.stream().mapToInt(List::size).sum()];
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (int item : clusters.get(cluster)) {
                clusterOf[item] = cluster;
            }
        }
        return clusterOf;
    }

    private void begin(List<List<Integer>> first, List<Link> links) {
        for (List<Integer> members : first) {
            Cluster cluster = new Cluster();
            cluster.members.addAll(members);
            cluster.within = members.size();
            clusters.add(cluster);
        }
        int[] clusterOf = clusterOf(first);
        for (Link link : links) {
            add(clusterOf[link.one()], clusterOf[link.other()], link.similarity());
        }
        for (int one = 0; one < first.size(); one++) {
            for (Map.Entry<Integer, Double> other : clusters.get(one).links.entrySet()) {
                if (one < other.getKey()) {
                    propose(one, other.getKey(), other.getValue());
                }
            }
        }
    }

    private void add(int one, int other, double similarity) {
        if (one == other) {
            clusters.get(one).within += 2 * similarity;
        } else {
            clusters.get(one).links.merge(other, similarity, Double::sum);
            clusters.get(other).links.merge(one, similarity, Double::sum);
        }
    }

    private void run() {
        for (Join join = joins.poll(); join != null; join = joins.poll()) {
            if (!clusters.get(join.one()).joined && !clusters.get(join.other()).joined) {
                join(join.one(), join.other());
            }
        }
    }

    private void connect(int one, int other, double similarity) {
        clusters.get(one).links.put(other, similarity);
        clusters.get(other).links.put(one, similarity);
        propose(one, other, similarity);
    }

    private void propose(int one, int other, double similarity) {
        Cluster first = clusters.get(one);
        Cluster second = clusters.get(other);
        double nearness = nearness(
                similarity, first.within * second.within, first.members.size() * (double) second.members.size());
        if (nearness >= threshold) {
            joins.add(new Join(one, other, nearness));
        }
    }

    /**
     * How near two clusters are.
     *
     * @param between the similarities of all members of one to all of the other
     * @param within the product of what is between all members of each, themselves included
     * @param pairs the product of their sizes
     */
    static double nearness(double between, double within, double pairs) {
        return between / (Math.pow(within, GAMMA / 2) * Math.pow(pairs, 1 - GAMMA));
    }

    private void join(int one, int other) {
        Cluster first = clusters.get(one);
        Cluster second = clusters.get(other);
        int id = clusters.size();
        clusters.add(both(first, second, orZero(first.links.get(other))));
        for (int neighbour : neighbours(first, second)) {
            Map<Integer, Double> links = clusters.get(neighbour).links;
            double similarity = orZero(links.remove(one)) + orZero(links.remove(other));
            if (neighbour != one && neighbour != other) {
                connect(neighbour, id, similarity);
            }
        }
    }

    private static Cluster both(Cluster first, Cluster second, double between) {
        Cluster both = new Cluster();
        both.members.addAll(first.members);
        both.members.addAll(second.members);
        both.within = first.within + second.within + 2 * between;
        first.joined = true;
        second.joined = true;
        return both;
    }

    /** In order, so that sums of similarities are rounded in the same way on every run. */
    private static Set<Integer> neighbours(Cluster first, Cluster second) {
        Set<Integer> neighbours = new TreeSet<>(first.links.keySet());
        neighbours.addAll(second.links.keySet());
        return neighbours;
    }

    private static double orZero(@Nullable Double similarity) {
        return similarity == null ? 0 : similarity;
    }
}

package org.broadsheet.story;

import java.util.Arrays;

/** The features of a text, by number and ascending, each with how often it occurs. */
final class Bag {
    private final int[] features;
    private final int[] counts;
    private final int length;

    private Bag(int[] features, int[] counts, int length) {
        this.features = features;
        this.counts = counts;
        this.length = length;
    }

    /** A bag of features, in any order, each as often as it occurs. */
    static Bag of(int... occurrences) {
        int[] sorted = occurrences.clone();
        Arrays.sort(sorted);
        int[] features = new int[sorted.length];
        int[] counts = new int[sorted.length];
        int size = 0;
        for (int feature : sorted) {
            if (size == 0 || features[size - 1] != feature) {
                features[size++] = feature;
            }
            counts[size - 1]++;
        }
        return new Bag(Arrays.copyOf(features, size), Arrays.copyOf(counts, size), sorted.length);
    }

    /** How many features occur. */
    int size() {
        return features.length;
    }

    /** How many there are when each counts as often as it occurs. */
    int length() {
        return length;
    }

    int feature(int at) {
        return features[at];
    }

    int count(int at) {
        return counts[at];
    }
}

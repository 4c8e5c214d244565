package org.broadsheet.story;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which items have a feature, in the order they came, those of days ago forgotten. */
final class Postings {
    private static final int FIRST = 4;

    private final int[][] items = new int[Feature.ALL][];
    private final float[][] weights = new float[Feature.ALL][];
    private final int[] begins = new int[Feature.ALL];
    private final int[] ends = new int[Feature.ALL];

    /** Adds an item by some of its words, which are told by their places. */
    void add(int number, SparseVector words, IntStream places) {
        places.forEach(at -> {
            int feature = words.feature(at);
            makeRoom(feature);
            items[feature][ends[feature]] = number;
            weights[feature][ends[feature]++] = words.weight(at);
        });
    }

    private void makeRoom(int feature) {
        if (items[feature] == null) {
            items[feature] = new int[FIRST];
            weights[feature] = new float[FIRST];
        } else if (ends[feature] == items[feature].length) {
            int size = size(feature);
            int room = 2 * size >= items[feature].length ? 2 * items[feature].length : items[feature].length;
            items[feature] = moved(items[feature], begins[feature], size, room);
            weights[feature] = moved(weights[feature], begins[feature], size, room);
            begins[feature] = 0;
            ends[feature] = size;
        }
    }

    private static int[] moved(int[] from, int begin, int size, int room) {
        int[] to = new int[room];
        System.arraycopy(from, begin, to, 0, size);
        return to;
    }

    private static float[] moved(float[] from, int begin, int size, int room) {
        return Arrays.copyOf(Arrays.copyOfRange(from, begin, begin + size), room);
    }

    /**
     * Forgets the first items of a feature that are too long before an item; they come in the order of time, those
     * without a date last.
     */
    void forget(int feature, Item now, List<Item> all) {
        while (size(feature) > 0
                && !Nearness.within(
                        Similarity.REACH,
                        all.get(items[feature][begins[feature]]).fullest(),
                        now.fullest())) {
            begins[feature]++;
        }
    }

    int size(int feature) {
        return ends[feature] - begins[feature];
    }

    int item(int feature, int at) {
        return items[feature][begins[feature] + at];
    }

    float weight(int feature, int at) {
        return weights[feature][begins[feature] + at];
    }
}

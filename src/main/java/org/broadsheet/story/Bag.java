package org.broadsheet.story;

import java.util.Arrays;

/** The features of a text, by number and ascending, each with how much it occurs there. */
final class Bag {
    private final int[] features;
    private final float[] amounts;
    private final float length;

    private Bag(int[] features, float[] amounts, float length) {
        this.features = features;
        this.amounts = amounts;
        this.length = length;
    }

    /** Gathers features one by one. */
    static final class Builder {
        /** A feature and, in the lower half, the bits of its amount: sorting these sorts the features. */
        private long[] occurrences = new long[64];

        private int size;

        void add(int feature, float amount) {
            if (size == occurrences.length) {
                occurrences = Arrays.copyOf(occurrences, 2 * size);
            }
            occurrences[size++] = ((long) feature << Integer.SIZE) | Float.floatToIntBits(amount);
        }

        Bag build() {
            Arrays.sort(occurrences, 0, size);
            int[] features = new int[size];
            float[] amounts = new float[size];
            float length = 0;
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                int feature = (int) (occurrences[i] >>> Integer.SIZE);
                float amount = Float.intBitsToFloat((int) occurrences[i]);
                if (distinct == 0 || features[distinct - 1] != feature) {
                    features[distinct++] = feature;
                }
                amounts[distinct - 1] += amount;
                length += amount;
            }
            return new Bag(Arrays.copyOf(features, distinct), Arrays.copyOf(amounts, distinct), length);
        }
    }

    /** How many features occur. */
    int size() {
        return features.length;
    }

    /** How much there is of all features. */
    float length() {
        return length;
    }

    int feature(int at) {
        return features[at];
    }

    float amount(int at) {
        return amounts[at];
    }
}

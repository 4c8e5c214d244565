package org.broadsheet.story;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The features of a text with their weights, scaled to length one; all zero for a text without features. */
final class SparseVector {
    private final int[] features;
    private final float[] weights;

    private SparseVector(int[] features, float[] weights) {
        this.features = features;
        this.weights = weights;
    }

    /**
     * Weighs the features of a bag.
     *
     * @param weight of the feature at a position of the bag
     */
    static SparseVector of(Bag bag, IntToDoubleFunction weight) {
        int[] features = new int[bag.size()];
        float[] weights = new float[bag.size()];
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            features[i] = bag.feature(i);
            weights[i] = (float) weight.applyAsDouble(i);
            squares += weights[i] * weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) Math.sqrt(squares);
        }
        return new SparseVector(features, weights);
    }

    int size() {
        return weights.length;
    }

    int feature(int at) {
        return features[at];
    }

    float weight(int at) {
        return weights[at];
    }

    /** 1 for equal directions, 0 when no feature is shared. */
    double cosine(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < features.length && j < other.features.length) {
            int order = Integer.compare(features[i], other.features[j]);
            if (order == 0) {
                sum += weights[i] * other.weights[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    /** How many of the features that both have are of some kind. */
    int shared(SparseVector other, IntPredicate kind) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < features.length && j < other.features.length) {
            int order = Integer.compare(features[i], other.features[j]);
            shared += order == 0 && kind.test(features[i]) ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}

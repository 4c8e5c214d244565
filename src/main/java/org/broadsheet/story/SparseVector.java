package org.broadsheet.story;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The features of a text with their weights, scaled to length one; all zero for a text without features. */
final class SparseVector {
    private final Bag bag;
    private final double[] weights;

    private SparseVector(Bag bag, double[] weights) {
        this.bag = bag;
        this.weights = weights;
    }

    /**
     * Weighs the features of a bag.
     *
     * @param weight of the feature at a position of the bag
     */
    static SparseVector of(Bag bag, IntToDoubleFunction weight) {
        double[] weights = new double[bag.size()];
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsDouble(i);
            squares += weights[i] * weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= Math.sqrt(squares);
        }
        return new SparseVector(bag, weights);
    }

    int size() {
        return weights.length;
    }

    int feature(int at) {
        return bag.feature(at);
    }

    double weight(int at) {
        return weights[at];
    }

    /** 1 for equal directions, 0 when no feature is shared. */
    double cosine(SparseVector other) {
        double sum = 0;
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            int order = Integer.compare(feature(i), other.feature(j));
            sum += order == 0 ? weights[i] * other.weights[j] : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    /** How many of the features that both have are of some kind. */
    int shared(SparseVector other, IntPredicate kind) {
        int shared = 0;
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            int order = Integer.compare(feature(i), other.feature(j));
            shared += order == 0 && kind.test(feature(i)) ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}

package org.broadsheet.topic;

import java.util.Arrays;

/**
 * The terms of a text as numbers, ascending, each with a weight: one and the logarithm of how often it occurs, all scaled
 * to length one (Rennie and others, 2003).
 *
 * <p>Terms are numbered by a hash (Weinberger and others, 2009), so that no table of them has to be kept; that two share
 * a number is rare enough not to matter.
 */
final class Features {
    /** How many numbers there are. */
    static final int ALL = 1 << 18;

    private final int[] numbers;
    private final float[] weights;

    private Features(int[] numbers, float[] weights) {
        this.numbers = numbers;
        this.weights = weights;
    }

    static Features of(ArticleTerms terms) {
        int[] all = terms.all().mapToInt(Features::number).sorted().toArray();
        int[] numbers = new int[all.length];
        float[] weights = new float[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                numbers[size++] = all[i];
            }
            weights[size - 1]++;
        }
        return scaled(Arrays.copyOf(numbers, size), Arrays.copyOf(weights, size));
    }

    private static Features scaled(int[] numbers, float[] counts) {
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (float) (1 + Math.log(counts[i]));
            squares += counts[i] * counts[i];
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= (float) Math.sqrt(squares);
        }
        return new Features(numbers, counts);
    }

    int size() {
        return numbers.length;
    }

    int number(int at) {
        return numbers[at];
    }

    float weight(int at) {
        return weights[at];
    }

    /** The number of a term: its hash, mixed so that the upper bits depend on all of it (MurmurHash3's finalizer). */
    static int number(String term) {
        int mixed = term.hashCode();
        mixed ^= mixed >>> 16;
        mixed *= 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        mixed ^= mixed >>> 16;
        return mixed >>> 14;
    }
}

package org.broadsheet.topic;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The terms of a text, the starts of long ones, and its pairs of neighbouring terms as numbers, ascending, each with a
 * weight: one and the logarithm of how often it occurs, in the title thrice, all scaled to length one (Rennie and others,
 * 2003).
 *
 * <p>Terms are numbered by a hash (Weinberger and others, 2009), so that no table of their names has to be kept; that
 * two share a number is rare enough not to matter. {@link Vocabulary} numbers them anew, without gaps.
 */
final class Features {
    private static final float TITLE = 3;

    /** Two neighbours tell more than one word, but there are many more of them. */
    private static final float PAIR = 0.5f;

    /**
     * What a longer term begins with, it shares with others of its family that a stemmer leaves apart, and with compounds
     * that begin with the same word; so a term that was never met before still tells something.
     */
    private static final int START = 5;

    /** How much the start of a term counts beside the term itself. */
    static final float START_WEIGHT = 0.8f;

    private final int[] numbers;
    private final float[] weights;
    private final double total;

    private Features(int[] numbers, float[] weights, double total) {
        this.numbers = numbers;
        this.weights = weights;
        this.total = total;
    }

    static Features of(ArticleTerms terms) {
        long[] found = new long[3 * (terms.title().size() + terms.text().size())];
        int size = add(terms.title(), TITLE, found, 0);
        size = add(terms.text(), 1, found, size);
        // The number above the bits of the weight: sorting brings the same numbers together, in one order of summing.
        Arrays.sort(found, 0, size);
        return summed(found, size);
    }

    private static int add(List<String> terms, float weight, long[] found, int from) {
        int size = from;
        int previous = 0;
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            int hash = term.hashCode();
            found[size++] = packed(mixed(hash), weight);
            if (hasStart(term)) {
                found[size++] = packed(startNumber(term), weight * START_WEIGHT);
            }
            if (i > 0) {
                found[size++] = packed(mixed(31 * previous + Integer.rotateLeft(hash, 7)), weight * PAIR);
            }
            previous = hash;
        }
        return size;
    }

    /** The features that are numbered anew, which is done in their order; others, with a negative number, are dropped. */
    Features renumbered(IntUnaryOperator anew) {
        int[] kept = new int[numbers.length];
        float[] theirs = new float[numbers.length];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            int number = anew.applyAsInt(numbers[i]);
            if (number >= 0) {
                kept[size] = number;
                theirs[size++] = weights[i];
            }
        }
        return new Features(Arrays.copyOf(kept, size), Arrays.copyOf(theirs, size), total);
    }

    private static long packed(int number, float weight) {
        return (long) number << Integer.SIZE | Float.floatToIntBits(weight);
    }

    private static Features summed(long[] found, int count) {
        int[] numbers = new int[count];
        float[] counts = new float[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int number = (int) (found[i] >> Integer.SIZE);
            if (size == 0 || numbers[size - 1] != number) {
                numbers[size++] = number;
            }
            counts[size - 1] += Float.intBitsToFloat((int) found[i]);
        }
        return scaled(Arrays.copyOf(numbers, size), Arrays.copyOf(counts, size));
    }

    private static Features scaled(int[] numbers, float[] counts) {
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts[i] > 1 ? (float) (1 + Math.log(counts[i])) : counts[i];
            squares += counts[i] * counts[i];
        }
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= (float) Math.sqrt(squares);
            total += counts[i];
        }
        return new Features(numbers, counts, total);
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

    /** All weights together, of dropped features as well. */
    double total() {
        return total;
    }

    /** The number of a term. */
    static int number(String term) {
        return mixed(term.hashCode());
    }

    /** Whether a term is long enough for its start to be another thing than itself. */
    static boolean hasStart(String term) {
        return term.length() > START;
    }

    /** The number of the start of a long term, which is not that of a term of the same letters. */
    static int startNumber(String term) {
        return mixed(~term.substring(0, START).hashCode());
    }

    /** A hash, mixed so that all of its bits depend on all others (MurmurHash3's finalizer). */
    private static int mixed(int hash) {
        int mixed = hash;
        mixed ^= mixed >>> 16;
        mixed *= 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        mixed ^= mixed >>> 16;
        return mixed;
    }
}

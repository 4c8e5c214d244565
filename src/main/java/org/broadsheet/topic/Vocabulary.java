package org.broadsheet.topic;

import java.util.Arrays;
import java.util.List;

/**
 * The terms that two texts or more use, numbered without gaps, so that a classifier needs no room for others: a term of
 * one text alone says nothing about any other.
 */
final class Vocabulary {
    private static final int FEWEST_TEXTS = 2;

    /** Known numbers of {@link Features}, ascending; the place of each is its number here. */
    private final int[] known;

    private final List<Features> texts;
    private final float[] shares;

    private Vocabulary(int[] known, List<Features> all) {
        this.known = known;
        this.texts = all.stream()
                .map(text -> text.renumbered(number -> Arrays.binarySearch(known, number)))
                .toList();
        this.shares = shares();
    }

    static Vocabulary of(List<Features> all) {
        int[] used = new int[all.stream().mapToInt(Features::size).sum()];
        int count = 0;
        for (Features text : all) {
            for (int i = 0; i < text.size(); i++) {
                used[count++] = text.number(i);
            }
        }
        Arrays.sort(used);
        int size = 0;
        int run = 0;
        for (int i = 0; i < count; i++) {
            run = i > 0 && used[i] == used[i - 1] ? run + 1 : 1;
            if (run == FEWEST_TEXTS) {
                used[size++] = used[i];
            }
        }
        return new Vocabulary(Arrays.copyOf(used, size), all);
    }

    private float[] shares() {
        double[] sums = new double[known.length];
        double total = 0;
        for (Features text : texts) {
            for (int i = 0; i < text.size(); i++) {
                sums[text.number(i)] += text.weight(i);
            }
            total += text.total();
        }
        float[] result = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            result[i] = (float) (sums[i] / total);
        }
        return result;
    }

    /** The texts, in their order, with the terms that are known. */
    List<Features> texts() {
        return texts;
    }

    int size() {
        return known.length;
    }

    /** How much of all texts a term is; above 0. */
    float share(int number) {
        return shares[number];
    }

    /** The number of a term; negative for one that is not known. */
    int number(String term) {
        return Arrays.binarySearch(known, Features.number(term));
    }

    /** The number of the start of a term; negative where it is not known or the term is too short to have one. */
    int startNumber(String term) {
        return Features.hasStart(term) ? Arrays.binarySearch(known, Features.startNumber(term)) : -1;
    }
}

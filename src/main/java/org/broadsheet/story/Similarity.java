package org.broadsheet.story;

import java.time.Duration;
import java.util.Collections;

/** How likely it is that two items tell the same event, from 0 to 1. See {@link SimilarStories} for the numbers. */
final class Similarity {
    static final Duration REACH = Duration.ofDays(3);

    /** Less is chance. */
    static final double LEAST = 0.05;

    private static final double GRAMS = 0.24;

    /** One outlet tells one event once; what looks alike is a series or a column, unless it is nearly equal. */
    private static final double SAME_SOURCE = 0.52;

    private static final double NEARLY_EQUAL = 0.75;

    /** A name alone in common is no event in common, unless the titles agree. */
    private static final double LITTLE_SHARED = 0.64;

    private static final int ENOUGH_SHARED = 2;
    private static final double TITLES_AGREE = 0.6;

    /** What a word weighs that two texts in five have. */
    private static final double RARE = 0.9;

    private final DocumentFrequencies frequencies;

    Similarity(DocumentFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    double of(Item one, Item other) {
        if (!Nearness.within(REACH, one.fullest(), other.fullest())) {
            return 0;
        }
        double titles = one.grams().cosine(other.grams());
        double mixed = (1 - GRAMS) * one.words().cosine(other.words()) + GRAMS * titles;
        return mixed < LEAST ? 0 : mixed * discount(one, other, mixed, titles);
    }

    private double discount(Item one, Item other, double mixed, double titles) {
        boolean sameSource = mixed < NEARLY_EQUAL && !Collections.disjoint(one.sources(), other.sources());
        boolean littleShared = titles < TITLES_AGREE
                && one.words().shared(other.words(), word -> frequencies.idf(word) >= RARE) < ENOUGH_SHARED;
        return (sameSource ? SAME_SOURCE : 1) * (littleShared ? LITTLE_SHARED : 1);
    }
}

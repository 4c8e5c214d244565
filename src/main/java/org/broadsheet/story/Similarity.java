package org.broadsheet.story;

import java.time.Duration;
import java.util.Collections;

/** How likely it is that two items tell the same event, from 0 to 1. See {@link SimilarStories} for the numbers. */
final class Similarity {
    static final Duration REACH = Duration.ofDays(3);

    /** Less is chance. */
    static final double LEAST = 0.05;

    private static final double GRAMS = 0.186;

    /** One outlet tells one event once; what looks alike is a series or a column, unless it is very much alike. */
    private static final double SAME_OUTLET = 0.586;

    /** What one outlet calls the same is a series for sure. */
    private static final double SAME_SERIES = 0.35;

    /** A name alone in common is no event in common. */
    private static final double LITTLE_SHARED = 0.58;

    private static final int ENOUGH_SHARED = 2;

    /** What a word weighs that two texts in five have. */
    private static final double RARE = 0.654;

    private final DocumentFrequencies frequencies;

    /** What a word weighs that one text in fifty-five has. */
    private static final double TELLING = 4;

    private static final int MUCH_SHARED = 3;

    Similarity(DocumentFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    double of(Item one, Item other) {
        if (!Nearness.within(REACH, one.fullest(), other.fullest())) {
            return 0;
        }
        double mixed = (1 - GRAMS) * one.words().cosine(other.words())
                + GRAMS * one.grams().cosine(other.grams());
        return mixed < LEAST ? 0 : mixed * discount(one, other);
    }

    /** Whether two outlets have so many telling words in common that it can hardly be chance. */
    boolean shareMuch(Item one, Item other) {
        return Collections.disjoint(one.outlets(), other.outlets()) && tellingShared(one, other) >= MUCH_SHARED;
    }

    /** Whether two items have more than a single telling word in common, which may be a name. */
    boolean shareSome(Item one, Item other) {
        return tellingShared(one, other) >= ENOUGH_SHARED;
    }

    private int tellingShared(Item one, Item other) {
        return one.words().shared(other.words(), word -> frequencies.idf(word) >= TELLING);
    }

    private double discount(Item one, Item other) {
        boolean sameOutlet = !Collections.disjoint(one.outlets(), other.outlets());
        double series = one.isOfSeriesWith(other) ? SAME_SERIES : SAME_OUTLET;
        boolean littleShared = one.words().shared(other.words(), word -> frequencies.idf(word) >= RARE) < ENOUGH_SHARED;
        return (sameOutlet ? series : 1) * (littleShared ? LITTLE_SHARED : 1);
    }
}

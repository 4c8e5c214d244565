package org.broadsheet.story;

import java.util.List;

/**
 * In how many texts each feature occurs, and so how much it tells: a rare one more than a common one. What is common in
 * the language counts, and, less, what is common in the batch: on the day of an election, its words tell little.
 */
final class DocumentFrequencies {
    /** How much the batch alone counts. */
    private static final double OF_BATCH = 0.438;

    private final int[] counts;
    private final int texts;
    private final Background.Counts background;

    private DocumentFrequencies(int[] counts, int texts, Background.Counts background) {
        this.counts = counts;
        this.texts = texts;
        this.background = background;
    }

    /** Counts a batch of texts. */
    static DocumentFrequencies of(List<Bag> bags, Background.Counts background) {
        int[] counts = new int[Feature.ALL];
        for (Bag bag : bags) {
            for (int i = 0; i < bag.size(); i++) {
                counts[bag.feature(i)]++;
            }
        }
        return new DocumentFrequencies(counts, bags.size(), background);
    }

    /** In how many texts of the batch a feature occurs. */
    int inBatch(int feature) {
        return counts[feature];
    }

    /** How much a feature tells in this language, above zero. */
    double idf(int feature) {
        // The background has learned the batch as well, so the batch must not be added to it.
        return idf(Math.max(counts[feature], background.of(feature)), Math.max(texts, background.texts()));
    }

    /** The weight of a feature, above zero. */
    double weight(int feature) {
        return OF_BATCH * idf(counts[feature], texts) + (1 - OF_BATCH) * idf(feature);
    }

    private static double idf(double with, double all) {
        return Math.log1p((Math.max(0, all - with) + 0.5) / (with + 0.5));
    }
}

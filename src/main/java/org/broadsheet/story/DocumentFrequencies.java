package org.broadsheet.story;

import java.util.List;

/**
 * In how many texts each feature occurs, and so how much it tells: a rare one more than a common one.
 *
 * <p>Only the batch is counted. A table of what is common in a language would be added to the counts here.
 */
final class DocumentFrequencies {
    /** What a feature weighs that one text in fifty has. */
    private static final double RARE = 4;

    /** In few texts nothing can be that rare. */
    private static final double SHARE_OF_HIGHEST = 0.6;

    private final int[] counts;
    private final int texts;

    private DocumentFrequencies(int[] counts, int texts) {
        this.counts = counts;
        this.texts = texts;
    }

    /**
     * Counts a batch of texts.
     *
     * @param features one more than the highest number of a feature
     */
    static DocumentFrequencies of(List<Bag> bags, int features) {
        int[] counts = new int[features];
        for (Bag bag : bags) {
            for (int i = 0; i < bag.size(); i++) {
                counts[bag.feature(i)]++;
            }
        }
        return new DocumentFrequencies(counts, bags.size());
    }

    int of(int feature) {
        return counts[feature];
    }

    /** The weight of a feature, above zero. */
    double idf(int feature) {
        int count = counts[feature];
        return Math.log1p((texts - count + 0.5) / (count + 0.5));
    }

    /** Whether two texts that share the feature are likely to speak of the same. */
    boolean isRare(int feature) {
        return idf(feature) >= Math.min(RARE, SHARE_OF_HIGHEST * Math.log(texts));
    }
}

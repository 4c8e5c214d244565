package org.broadsheet.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.broadsheet.article.Article;

/**
 * Articles of one language that are grouped together, their words weighed by how much they tell.
 *
 * @param items in the order of {@link ArticleOrder#IN_TIME}
 */
record Batch(List<Item> items, DocumentFrequencies words) {
    /** How fast repeating a word stops to count, and how much a long text is discounted: BM25. */
    private static final double K1 = 1.15;

    private static final double B = 0.055;

    /** Lifts what is rare above what BM25 gives it; found by trial on headlines of two languages. */
    private static final double RARITY = 1.808;

    private static final double RARITY_OF_GRAMS = 0.71;

    /** Makes a batch of articles, those of the same title together. */
    static Batch of(List<List<Article>> sameTitle, TextFeatures features, Background background) {
        List<Bag> words = new ArrayList<>();
        List<Bag> grams = new ArrayList<>();
        for (List<Article> group : sameTitle) {
            words.add(features.words(group.get(0)));
            grams.add(features.grams(group.get(0)));
        }
        DocumentFrequencies ofWords = DocumentFrequencies.of(words, background.words());
        DocumentFrequencies ofGrams = DocumentFrequencies.of(grams, background.grams());
        IntToDoubleFunction word = remembering(feature -> Math.pow(ofWords.weight(feature), RARITY));
        IntToDoubleFunction gram = remembering(feature -> Math.pow(ofGrams.idf(feature), RARITY_OF_GRAMS));
        double typical = words.stream().mapToDouble(Bag::length).average().orElse(1);
        Outlets outlets = new Outlets();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < sameTitle.size(); i++) {
            items.add(Item.of(
                    sameTitle.get(i), outlets, ofWords(words.get(i), word, typical), ofGrams(grams.get(i), gram)));
        }
        return new Batch(items, ofWords);
    }

    /** A feature's weight costs powers and logarithms, and the same features come again and again. */
    private static IntToDoubleFunction remembering(IntToDoubleFunction weight) {
        float[] known = new float[Feature.ALL];
        return feature -> {
            if (known[feature] == 0) {
                known[feature] = (float) weight.applyAsDouble(feature);
            }
            return known[feature];
        };
    }

    private static SparseVector ofWords(Bag bag, IntToDoubleFunction weight, double typical) {
        double discount = K1 * (1 - B + B * bag.length() / typical);
        return SparseVector.of(
                bag, i -> weight.applyAsDouble(bag.feature(i)) * bag.amount(i) / (bag.amount(i) + discount));
    }

    private static SparseVector ofGrams(Bag bag, IntToDoubleFunction weight) {
        return SparseVector.of(bag, i -> weight.applyAsDouble(bag.feature(i)) * bag.amount(i));
    }
}

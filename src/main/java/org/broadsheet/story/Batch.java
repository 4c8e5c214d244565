package org.broadsheet.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;

/**
 * Articles of one language that are grouped together, their words weighed by how rare they are among them.
 *
 * @param items in order of time
 */
record Batch(List<Item> items, DocumentFrequencies words) {
    /** How fast repeating a word stops to count, and how much a long text is discounted: BM25, the latter milder. */
    private static final double K1 = 1.2;

    private static final double B = 0.5;

    /** Makes a batch of articles, those of the same title together. */
    static Batch of(List<List<Article>> sameTitle, Analyzers analyzers) {
        TextFeatures features = new TextFeatures(analyzers);
        List<Bag> words = new ArrayList<>();
        List<Bag> grams = new ArrayList<>();
        for (List<Article> group : sameTitle) {
            words.add(features.words(group.get(0)));
            grams.add(features.grams(group.get(0)));
        }
        DocumentFrequencies ofWords = DocumentFrequencies.of(words, features.knownWords());
        DocumentFrequencies ofGrams = DocumentFrequencies.of(grams, features.knownGrams());
        double typical = words.stream().mapToInt(Bag::length).average().orElse(1);
        List<Item> items = IntStream.range(0, words.size())
                .mapToObj(i -> Item.of(
                        sameTitle.get(i), ofWords(words.get(i), ofWords, typical), ofGrams(grams.get(i), ofGrams)))
                .toList();
        return new Batch(items, ofWords);
    }

    private static SparseVector ofWords(Bag bag, DocumentFrequencies frequencies, double typical) {
        double discount = K1 * (1 - B + B * bag.length() / typical);
        return SparseVector.of(bag, i -> frequencies.idf(bag.feature(i)) * bag.count(i) / (bag.count(i) + discount));
    }

    private static SparseVector ofGrams(Bag bag, DocumentFrequencies frequencies) {
        return SparseVector.of(bag, i -> frequencies.idf(bag.feature(i)) * bag.count(i));
    }
}

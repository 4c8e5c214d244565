package org.broadsheet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of a batch that are worth comparing, without looking at all pairs: those that share one of an item's
 * most telling words.
 */
final class Candidates {
    private static final int PROBED = 12;

    /** A word that so many items have tells no event, and would make the work grow with the square of the items. */
    private static final int MOST_ITEMS = 400;

    /** What the probed words must bring to the cosine of words. */
    private static final double LEAST_PROBED = 0.08;

    private final Batch batch;
    private final Similarity similarity;
    private final List<List<Posting>> postings = new ArrayList<>();

    private record Posting(int item, double weight) {}

    Candidates(Batch batch) {
        this.batch = batch;
        this.similarity = new Similarity(batch.words());
    }

    /** The links between items, in the order of the batch. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        double[] sums = new double[batch.items().size()];
        for (int item = 0; item < sums.length; item++) {
            for (int other : probe(batch.items().get(item).words(), sums)) {
                compare(other, item, sums[other], links);
                sums[other] = 0;
            }
            index(item);
        }
        return links;
    }

    /** Adds what earlier items share with the words to their sums; those that share anything. */
    private int[] probe(SparseVector words, double[] sums) {
        List<Integer> met = new ArrayList<>();
        for (int at : mostTelling(words)) {
            for (Posting posting : posting(words.feature(at))) {
                if (sums[posting.item()] == 0) {
                    met.add(posting.item());
                }
                sums[posting.item()] += words.weight(at) * posting.weight();
            }
        }
        return met.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] mostTelling(SparseVector words) {
        return IntStream.range(0, words.size())
                .filter(at -> isProbed(words.feature(at)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -words.weight(at)))
                .limit(PROBED)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isProbed(int word) {
        int items = batch.words().of(word);
        return items >= 2 && items <= MOST_ITEMS;
    }

    private void compare(int one, int other, double probed, List<Link> links) {
        if (probed >= LEAST_PROBED) {
            double found = similarity.of(batch.items().get(one), batch.items().get(other));
            if (found >= Similarity.LEAST) {
                links.add(new Link(one, other, found));
            }
        }
    }

    private void index(int item) {
        SparseVector words = batch.items().get(item).words();
        for (int at = 0; at < words.size(); at++) {
            if (isProbed(words.feature(at))) {
                posting(words.feature(at)).add(new Posting(item, words.weight(at)));
            }
        }
    }

    private List<Posting> posting(int word) {
        while (postings.size() <= word) {
            postings.add(new ArrayList<>(2));
        }
        return postings.get(word);
    }
}

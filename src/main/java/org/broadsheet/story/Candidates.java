package org.broadsheet.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the pairs of a batch that are worth comparing, without looking at all pairs: those that share one of an item's
 * most telling words, and are near in time.
 */
final class Candidates {
    /** In a large batch, fewer words are looked up, and more must come of it, or the work grows with its square. */
    private static final int LARGE = 30_000;

    private static final int PROBED = 12;
    private static final int PROBED_IF_LARGE = 8;

    /** What the probed words must bring to the cosine of words. */
    private static final double LEAST_PROBED = 0.05;

    private static final double LEAST_PROBED_IF_LARGE = 0.12;

    /** A word that so many items of the last days have tells no event. */
    private static final int MOST_ITEMS = 400;

    private final Batch batch;
    private final Similarity similarity;
    private final Postings postings = new Postings();
    private final boolean large;

    Candidates(Batch batch) {
        this.batch = batch;
        this.similarity = new Similarity(batch.words());
        this.large = batch.items().size() > LARGE;
    }

    /** The links between items, in the order of the batch. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        double[] sums = new double[batch.items().size()];
        int[] met = new int[sums.length];
        for (int item = 0; item < sums.length; item++) {
            int count = probe(item, sums, met);
            Arrays.sort(met, 0, count);
            for (int i = 0; i < count; i++) {
                compare(met[i], item, sums[met[i]], links);
                sums[met[i]] = 0;
            }
            postings.add(item, batch.items().get(item));
        }
        return links;
    }

    /** Adds what earlier items share with the item's words to their sums; how many share anything. */
    private int probe(int item, double[] sums, int[] met) {
        SparseVector words = batch.items().get(item).words();
        int count = 0;
        for (int at : mostTelling(words)) {
            int feature = words.feature(at);
            postings.forget(feature, batch.items().get(item), batch.items());
            int size = postings.size(feature);
            for (int i = 0; size <= MOST_ITEMS && i < size; i++) {
                int other = postings.item(feature, i);
                if (sums[other] == 0) {
                    met[count++] = other;
                }
                sums[other] += words.weight(at) * postings.weight(feature, i);
            }
        }
        return count;
    }

    /** The places of the heaviest words that other items have too. */
    private int[] mostTelling(SparseVector words) {
        int most = large ? PROBED_IF_LARGE : PROBED;
        int[] best = new int[Math.min(most, words.size())];
        int count = 0;
        for (int at = 0; at < words.size(); at++) {
            if (batch.words().inBatch(words.feature(at)) < 2) {
                continue;
            }
            int place = count;
            while (place > 0 && words.weight(best[place - 1]) < words.weight(at)) {
                place--;
            }
            if (place < best.length) {
                count = Math.min(best.length, count + 1);
                System.arraycopy(best, place, best, place + 1, count - place - 1);
                best[place] = at;
            }
        }
        return Arrays.copyOf(best, count);
    }

    private void compare(int one, int other, double probed, List<Link> links) {
        if (probed >= (large ? LEAST_PROBED_IF_LARGE : LEAST_PROBED)) {
            double found = similarity.of(batch.items().get(one), batch.items().get(other));
            if (found >= Similarity.LEAST) {
                links.add(new Link(one, other, found));
            }
        }
    }
}

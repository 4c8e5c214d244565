package org.broadsheet.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of a batch that are worth comparing, without looking at all pairs: those that share the most telling
 * words of one of them, and are near in time.
 */
final class Candidates {
    /**
     * In a large batch, fewer words are looked up, and more must come of it, or the work grows with its square. Only the
     * later item's words count there.
     */
    private static final int LARGE = 30_000;

    private static final int PROBED = 12;
    private static final int PROBED_IF_LARGE = 8;

    /** What the most telling words of one must bring to the cosine of words. */
    private static final double LEAST_PROBED = 0.05;

    private static final double LEAST_PROBED_IF_LARGE = 0.12;

    /** A word that so many items of the last days have tells no event. */
    private static final int MOST_ITEMS = 400;

    private final Batch batch;
    private final Similarity similarity;
    private final boolean large;

    /** Items by all their words, and by their most telling ones. */
    private final Postings all = new Postings();

    private final Postings telling = new Postings();

    /** What earlier items share with the item at hand: of its most telling words, and of theirs. */
    private final double[] ofIts;

    private final double[] ofTheirs;

    /** The earlier items that share anything with the item at hand. */
    private final int[] met;

    private int count;

    Candidates(Batch batch) {
        int items = batch.items().size();
        this.batch = batch;
        this.similarity = new Similarity(batch.words());
        this.large = items > LARGE;
        this.ofIts = new double[items];
        this.ofTheirs = new double[items];
        this.met = new int[items];
    }

    /** The links between items, in the order of the batch. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int number = 0; number < met.length; number++) {
            Item item = batch.items().get(number);
            SparseVector words = item.words();
            int[] most = mostTelling(words);
            for (int at : most) {
                probe(all, item, at, ofIts);
            }
            // Else it would depend on the order of two items whether they are found.
            for (int at = 0; at < words.size() && !large; at++) {
                probe(telling, item, at, ofTheirs);
            }
            compareAll(number, links);
            all.add(number, words, IntStream.range(0, words.size()));
            if (!large) {
                telling.add(number, words, Arrays.stream(most));
            }
        }
        return links;
    }

    /** Adds what earlier items share of one word of an item to their sums. */
    private void probe(Postings postings, Item item, int at, double[] sums) {
        int feature = item.words().feature(at);
        postings.forget(feature, item, batch.items());
        int size = postings.size(feature);
        for (int i = 0; size <= MOST_ITEMS && i < size; i++) {
            int other = postings.item(feature, i);
            if (ofIts[other] == 0 && ofTheirs[other] == 0) {
                met[count++] = other;
            }
            sums[other] += item.words().weight(at) * postings.weight(feature, i);
        }
    }

    private void compareAll(int item, List<Link> links) {
        Arrays.sort(met, 0, count);
        for (int i = 0; i < count; i++) {
            compare(met[i], item, links);
            ofIts[met[i]] = 0;
            ofTheirs[met[i]] = 0;
        }
        count = 0;
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

    private void compare(int one, int other, List<Link> links) {
        double probed = Math.max(ofIts[one], ofTheirs[one]);
        if (probed >= (large ? LEAST_PROBED_IF_LARGE : LEAST_PROBED)) {
            double found = similarity.of(batch.items().get(one), batch.items().get(other));
            if (found >= Similarity.LEAST) {
                links.add(new Link(one, other, found));
            }
        }
    }
}

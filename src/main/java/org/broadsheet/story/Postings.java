package org.broadsheet.story;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which items have a feature, in the order they came, those of days ago forgotten. */
final class Postings {
    /** One place for each feature there can be, most of them empty: so it is as small as can be. */
    private final @Nullable Row[] rows = new @Nullable Row[Feature.ALL];

    /** The items that have one feature. */
    private static final class Row {
        private static final int FIRST = 4;

        private int[] items = new int[FIRST];
        private float[] weights = new float[FIRST];
        private int begin;
        private int end;

        void add(int item, float weight) {
            if (end == items.length) {
                makeRoom();
            }
            items[end] = item;
            weights[end++] = weight;
        }

        private void makeRoom() {
            int size = end - begin;
            int room = 2 * size >= items.length ? 2 * items.length : items.length;
            items = Arrays.copyOf(Arrays.copyOfRange(items, begin, end), room);
            weights = Arrays.copyOf(Arrays.copyOfRange(weights, begin, end), room);
            begin = 0;
            end = size;
        }
    }

    /** Adds an item by some of its words, which are told by their places. */
    void add(int number, SparseVector words, IntStream places) {
        places.forEach(at -> row(words.feature(at)).add(number, words.weight(at)));
    }

    private Row row(int feature) {
        Row known = rows[feature];
        Row row = known == null ? new Row() : known;
        rows[feature] = row;
        return row;
    }

    /**
     * Forgets the first items of a feature that are too long before an item; they come in the order of time, those
     * without a date last.
     */
    void forget(int feature, Item now, List<Item> all) {
        Row row = rows[feature];
        while (row != null
                && row.begin < row.end
                && !Nearness.within(
                        Similarity.REACH, all.get(row.items[row.begin]).fullest(), now.fullest())) {
            row.begin++;
        }
    }

    int size(int feature) {
        Row row = rows[feature];
        return row == null ? 0 : row.end - row.begin;
    }

    int item(int feature, int at) {
        Row row = row(feature);
        return row.items[row.begin + at];
    }

    float weight(int feature, int at) {
        Row row = row(feature);
        return row.weights[row.begin + at];
    }
}

package org.broadsheet.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.broadsheet.feed.FeedEntry;

/** Takes the newest entries of a feed that holds more than any edition can tell. */
final class Newest {
    static final int MOST = 20_000;

    private Newest() {}

    /** An entry, where it stood, and how new it is; an undated one is as new as the one before it. */
    private record Placed(FeedEntry entry, int place, Instant date) {}

    /** The newest entries, in the order of the feed. */
    static List<FeedEntry> of(List<FeedEntry> entries, Instant now) {
        if (entries.size() <= MOST) {
            return entries;
        }
        // The one that is left out first comes first.
        PriorityQueue<Placed> kept = new PriorityQueue<>(
                Comparator.comparing(Placed::date).thenComparing(Placed::place, Comparator.reverseOrder()));
        Instant before = now;
        for (int i = 0; i < entries.size(); i++) {
            Instant date = entries.get(i)
                    .published()
                    .filter(some -> !some.isAfter(now))
                    .orElse(before);
            kept.add(new Placed(entries.get(i), i, date));
            before = date;
            if (kept.size() > MOST) {
                kept.remove();
            }
        }
        List<Placed> inOrder = new ArrayList<>(kept);
        inOrder.sort(Comparator.comparingInt(Placed::place));
        return inOrder.stream().map(Placed::entry).toList();
    }
}

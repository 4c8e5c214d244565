package org.broadsheet.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a feed said of one article, before we believe it: texts as they stood, perhaps with markup; links perhaps
 * relative; dates perhaps impossible.
 *
 * @param published when the entry says it was; empty when it says nothing that is a date
 * @param images the pictures that the feed names for it, outside of its text, best first
 */
public record FeedEntry(
        Optional<String> guid,
        Optional<String> link,
        Markup title,
        Markup summary,
        Markup content,
        Optional<Instant> published,
        List<String> categories,
        List<String> images,
        Extras extras) {

    public FeedEntry {
        categories = List.copyOf(categories);
        images = List.copyOf(images);
    }

    /**
     * A text and how to read it.
     *
     * @param plain whether the feed says that angle brackets are no tags
     */
    public record Markup(String text, boolean plain) {
        static final Markup NONE = new Markup("", true);
    }

    /**
     * What only some feeds say.
     *
     * @param origin who published it, when the feed only gathers (RSS {@code source}, Atom {@code source}, Bing's
     *     {@code News:Source})
     * @param comments how many comments it has (slash:comments)
     * @param duration how long the recording is (itunes:duration)
     */
    public record Extras(
            List<String> authors, Optional<Origin> origin, OptionalInt comments, Optional<Duration> duration) {
        static final Extras NONE = new Extras(List.of(), Optional.empty(), OptionalInt.empty(), Optional.empty());

        public Extras {
            authors = List.copyOf(authors);
        }
    }

    /** Who published an entry that a feed only passes on; {@code url} is the site or feed, as it stood. */
    public record Origin(String name, Optional<String> url) {}
}

package org.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a feed said of one article, before we believe it: texts as they stood, perhaps with markup; links perhaps
 * relative; dates perhaps impossible.
 *
 * @param image the picture that the feed names for it, outside of its text
 */
public record FeedEntry(
        Optional<String> guid,
        Optional<String> link,
        Markup title,
        Markup summary,
        Markup content,
        Optional<Instant> published,
        List<String> categories,
        Optional<String> image) {

    public FeedEntry {
        categories = List.copyOf(categories);
    }

    /**
     * A text and how to read it.
     *
     * @param plain whether the feed says that angle brackets are no tags
     */
    public record Markup(String text, boolean plain) {
        static final Markup NONE = new Markup("", true);
    }
}

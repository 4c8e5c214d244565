package org.broadsheet.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one fetch of a feed held.
 *
 * @param title of the feed; empty when it has none
 * @param base what relative links are relative to
 */
public record FeedDocument(String title, URI base, Optional<Locale> language, List<FeedEntry> entries) {
    public FeedDocument {
        entries = List.copyOf(entries);
    }
}

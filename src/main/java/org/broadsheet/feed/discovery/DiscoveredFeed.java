package org.broadsheet.feed.discovery;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;

/**
 * A feed that was found, and what it held when it was read.
 *
 * @param url where it is, after permanent redirects
 * @param ofComments whether it seems to hold what readers say, and not articles
 */
public record DiscoveredFeed(URI url, FeedDocument document, boolean ofComments) {
    /** When its newest entry says it was published. */
    public Optional<Instant> newest() {
        return document.entries().stream()
                .flatMap(entry -> entry.published().stream())
                .max(Comparator.naturalOrder());
    }

    /** Equal for two addresses of what is one feed. */
    List<Object> content() {
        Stream<Object> entries =
                document.entries().stream().map(entry -> List.of(entry.guid(), entry.link(), text(entry)));
        return Stream.concat(Stream.of(document.format(), document.title()), entries)
                .toList();
    }

    private static String text(FeedEntry entry) {
        return entry.title().text();
    }
}

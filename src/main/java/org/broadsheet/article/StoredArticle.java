package org.broadsheet.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of an article, for someone who asks why it stands, or does not stand, in an edition.
 *
 * @param article as its first feed, by address, shows it
 * @param names by what it is known again
 * @param feeds that carry it
 * @param revisions how it read before, newest first
 * @param updated when it was last corrected
 */
public record StoredArticle(
        Article article, List<String> names, List<URI> feeds, List<Revision> revisions, Optional<Instant> updated) {
    public StoredArticle {
        names = List.copyOf(names);
        feeds = List.copyOf(feeds);
        revisions = List.copyOf(revisions);
    }

    /** A wording that was corrected. */
    public record Revision(Instant replacedAt, String title, String summary) {}
}

package org.broadsheet.article;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.feed.FeedEntry;

/**
 * An entry of a feed, understood but not an article yet.
 *
 * @param own the entry's own link
 * @param link where readers are led; the feed's site when the entry has no link
 * @param text the whole summary, cleaned
 */
record Draft(FeedEntry entry, Optional<URI> own, URI link, String title, String text, Optional<String> publisher) {}

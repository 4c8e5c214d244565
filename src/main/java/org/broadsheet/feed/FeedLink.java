package org.broadsheet.feed;

import java.net.URI;

/**
 * A feed that a web page names.
 *
 * @param title what the page calls it; empty when it says nothing
 * @param type the media type that the page gives it, such as {@code application/rss+xml}; empty when it gives none
 */
public record FeedLink(URI url, String title, String type) {}

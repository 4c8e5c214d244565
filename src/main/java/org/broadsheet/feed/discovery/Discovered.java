package org.broadsheet.feed.discovery;

import java.net.URI;
import java.util.List;

/** What the search for the feeds of an address came to. */
public sealed interface Discovered {

    /** There are some; every one of them was fetched and read. Those of comments stand last. */
    record Found(List<DiscoveredFeed> feeds) implements Discovered {
        public Found {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * There is none.
     *
     * @param reason in a few words for the admin
     * @param tried every address that was asked, in that order
     */
    record NotFound(String reason, List<Tried> tried) implements Discovered {
        public NotFound {
            tried = List.copyOf(tried);
        }
    }

    /** An address that was asked, and why it is no feed. */
    record Tried(URI url, String reason) {}
}

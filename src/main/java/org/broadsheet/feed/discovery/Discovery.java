package org.broadsheet.feed.discovery;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.net.Http;

/**
 * Finds the feeds of whatever address somebody has at hand.
 *
 * <p>The address may be that of a feed, or of a page. A page's feeds are those that its head names, and those that its
 * software is known to have. Only when none of these is one are its links looked at, and then the usual places. Every
 * address is fetched and read before it is told; a search ends after a number of requests and a time.
 */
public final class Discovery {
    private final Http http;
    private final FeedParser parser;
    private final Clock clock;

    public Discovery(Http http, FeedParser parser, Clock clock) {
        this.http = http;
        this.parser = parser;
        this.clock = clock;
    }

    /**
     * Finds the feeds of an address.
     *
     * @param typed as {@link TypedAddress} understands it
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Discovered discover(String typed) throws InterruptedException {
        List<URI> starts = TypedAddress.of(typed);
        if (starts.isEmpty()) {
            return new Discovered.NotFound("it is no address of the web; write https://HOST/PATH", List.of());
        }
        try (Search search = new Search(http, parser, clock)) {
            return search.from(starts);
        }
    }
}

package org.broadsheet.feed.discovery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.feed.Links;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds links in the text of a page that look as if they led to a feed. */
final class LinkedFeeds {
    private static final int MOST = 8;

    private static final Pattern TYPE = Pattern.compile("application/(rss|atom|rdf|feed)\\+(xml|json)");
    private static final Pattern PATH = Pattern.compile(
            "(.*/)?(feeds?|rss2?|atom|rdf)(/(rss2?|atom|rdf|all|posts|default|news))?(\\.(xml|json|php|aspx))?/?"
                    + "|.*\\.(rss|atom|rdf)|(.*/)?(index|[^/]*(feed|rss|atom)[^/]*)\\.(xml|rdf)|.*/feed/[^/]+/?");
    private static final Pattern QUERY = Pattern.compile("(.*&)?(feed=|format=(rss|atom)|type=(rss|atom)).*");
    private static final Pattern HOST = Pattern.compile("(feeds?|rss)\\..*|feeds?\\.feedburner\\.com");

    private LinkedFeeds() {}

    /** The first of them, in the page's order. */
    static List<URI> in(Document page, URI base) {
        return page.select("a[href]").stream()
                .flatMap(link ->
                        Links.resolve(base, link.absUrl("href")).filter(url -> looksLikeAFeed(link, url)).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean looksLikeAFeed(Element link, URI url) {
        String path = lower(url.getRawPath());
        return TYPE.matcher(lower(link.attr("type"))).matches()
                || PATH.matcher(path).matches()
                || QUERY.matcher(lower(url.getRawQuery())).matches()
                || (HOST.matcher(lower(url.getHost())).matches() && path.length() > 1);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

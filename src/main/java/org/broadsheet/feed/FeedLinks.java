package org.broadsheet.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds that a web page names in its head, because that page is what people copy from the browser. */
public final class FeedLinks {
    /** Enough for the heads of the largest pages; a tree takes many times what its text does. */
    private static final int LOOKED_AT = 2_000_000;

    private static final int SNIFFED = 2_000;

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/xml",
            "text/xml");

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Pattern COMMENTS = Pattern.compile("[ck]om+ent|reacties");

    private FeedLinks() {}

    /** Whether some bytes are a web page, rather than data or an error in plain words. */
    public static boolean mayBeIn(ByteString bytes, Optional<String> contentType) {
        String start = bytes.substring(0, Math.min(bytes.size(), SNIFFED))
                .string(StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return contentType
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                        .isPresent()
                || start.contains("<html")
                || start.contains("<!doctype html")
                || start.contains("<head");
    }

    /**
     * The feeds that a page names, each once, in its order, those of comments last.
     *
     * @param contentType the HTTP header, where there was one
     * @param page where it came from, for relative links
     */
    public static List<FeedLink> in(byte[] html, Optional<String> contentType, URI page) {
        return in(page(html, contentType, page), page);
    }

    /** The same, of a page that was read already. */
    public static List<FeedLink> in(Document document, URI page) {
        Map<URI, FeedLink> found = new LinkedHashMap<>();
        for (Element link : document.select("link[href][rel]")) {
            if (namesAFeed(link)) {
                Links.resolve(page, link.absUrl("href"))
                        .map(url -> new FeedLink(url, link.attr("title").strip(), typeOf(link)))
                        .ifPresent(feed -> found.putIfAbsent(feed.url(), feed));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(FeedLinks::isOfComments))
                .toList();
    }

    /** Reads a page, whatever its bytes are; of a long one the beginning. */
    public static Document page(byte[] html, Optional<String> contentType, URI page) {
        ByteArrayInputStream start = new ByteArrayInputStream(html, 0, Math.min(html.length, LOOKED_AT));
        try {
            return Jsoup.parse(start, contentType.flatMap(FeedLinks::charset).orElse(null), page.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static Optional<String> charset(String contentType) {
        return CHARSET.matcher(contentType.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .filter(FeedLinks::isKnown);
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static boolean namesAFeed(Element link) {
        List<String> rel =
                Arrays.asList(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        return rel.contains("feed")
                || (rel.contains("alternate") && !rel.contains("stylesheet") && TYPES.contains(typeOf(link)));
    }

    private static String typeOf(Element link) {
        return link.attr("type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a feed seems to hold what readers say, and not articles. */
    public static boolean isOfComments(FeedLink feed) {
        String path = feed.url().getRawPath() + "?" + feed.url().getRawQuery();
        return COMMENTS.matcher((feed.title() + " " + path).toLowerCase(Locale.ROOT))
                .find();
    }
}

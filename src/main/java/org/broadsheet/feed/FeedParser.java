package org.broadsheet.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads RSS, Atom, RDF and JSON Feed.
 *
 * <p>XML goes through ROME, which refuses a DOCTYPE: no entity of a feed's own is ever expanded, no file of ours read.
 */
public final class FeedParser {
    private static final int SNIFFED = 1024;

    private final JsonFeedParser json = new JsonFeedParser();
    private final RomeEntries entries = new RomeEntries();

    /**
     * Reads one feed.
     *
     * @param contentType the HTTP header, where there was one; it may name the charset (RFC 7303)
     * @param url where the bytes came from
     */
    public ParseResult parse(byte[] bytes, Optional<String> contentType, URI url) {
        String start = sniff(bytes);
        if (start.isEmpty()) {
            return new ParseResult.NotAFeed("it is empty");
        }
        if (start.startsWith("{")) {
            return json.parse(bytes, url);
        }
        if (looksLikeHtml(start)) {
            return new ParseResult.NotAFeed("it is a web page, not a feed; look for the feed's own address on it");
        }
        return parseXml(bytes, contentType, url);
    }

    /** The first characters, enough to tell formats apart whatever the charset; zero bytes are those of UTF-16. */
    private static String sniff(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        return start.replaceAll("[\u0000\u00ef\u00bb\u00bf\u00fe\u00ff]", "").strip();
    }

    private static boolean looksLikeHtml(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html");
    }

    private ParseResult parseXml(byte[] bytes, Optional<String> contentType, URI url) {
        try (XmlReader reader = reader(bytes, contentType)) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return new ParseResult.Parsed(entries.document(feed, url));
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return new ParseResult.NotAFeed("it cannot be read as a feed: " + firstLine(e));
        }
    }

    private static XmlReader reader(byte[] bytes, Optional<String> contentType) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return contentType.isPresent() ? new XmlReader(in, contentType.get(), true) : new XmlReader(in, true);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
    }
}

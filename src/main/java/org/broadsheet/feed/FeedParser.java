package org.broadsheet.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.repair.Decoded;
import org.broadsheet.feed.repair.Decoder;
import org.broadsheet.feed.repair.Extensions;
import org.broadsheet.feed.repair.FeedXml;
import org.broadsheet.feed.repair.Repair;
import org.broadsheet.feed.repair.Unpacked;

/**
 * Reads RSS, Atom, RDF and JSON Feed, as the real web serves them.
 *
 * <p>What is XML goes through ROME as a tree; how a tree is made of what is none is told in {@link FeedXml}. No entity
 * of a feed's own is ever expanded, no file of ours read. Safe for use by many threads.
 */
public final class FeedParser {
    private final JsonFeedParser json = new JsonFeedParser();
    private final RomeEntries entries = new RomeEntries();

    /**
     * Reads one feed.
     *
     * @param contentType the HTTP header, where there was one; it may name the charset (RFC 7303)
     * @param url where the bytes came from
     */
    public ParseResult parse(byte[] bytes, Optional<String> contentType, URI url) {
        Unpacked unpacked = Unpacked.of(bytes);
        Decoded decoded = Decoder.decode(unpacked.bytes(), contentType);
        List<Repair> repairs = new ArrayList<>(unpacked.repairs());
        repairs.addAll(decoded.repairs());
        String start = decoded.text().stripLeading();
        if (start.isEmpty()) {
            return new ParseResult.NotAFeed("it is empty");
        }
        boolean xml = FeedXml.mayHoldFeed(decoded.text());
        if (start.startsWith("{") || (!xml && decoded.text().contains("jsonfeed.org/version/"))) {
            return json.parse(decoded.text(), repairs, url);
        }
        if (!xml) {
            return new ParseResult.NotAFeed(whatElse(start));
        }
        Optional<String> excess = FeedLimits.exceeded(decoded.text());
        if (excess.isPresent()) {
            return new ParseResult.NotAFeed(excess.get());
        }
        return FeedXml.read(decoded.text())
                .filter(tree -> !tree.format().isEmpty())
                .map(tree -> read(tree, repairs, url))
                .orElseGet(() -> new ParseResult.NotAFeed(whatElse(start)));
    }

    private static String whatElse(String start) {
        String lower = start.substring(0, Math.min(start.length(), 1000)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.contains("<html") || lower.contains("<body")) {
            return "it is a web page, not a feed; look for the feed's own address on it";
        }
        return lower.startsWith("<")
                ? "it is XML, but no feed: it has neither <rss> nor <feed> nor <rdf:RDF>"
                : "it is neither XML nor JSON";
    }

    private ParseResult read(FeedXml.Tree tree, List<Repair> before, URI url) {
        List<Repair> repairs = new ArrayList<>(before);
        repairs.addAll(tree.repairs());
        try {
            return parsed(build(tree), tree, repairs, url);
        } catch (UnreadableException withExtensions) {
            // Nearly always it is an extension that ROME's modules stumble over, and not what the feed is about.
            Extensions.remove(tree.document());
            repairs.add(Repair.EXTENSIONS);
        }
        try {
            return parsed(build(tree), tree, repairs, url);
        } catch (UnreadableException e) {
            return new ParseResult.NotAFeed("it cannot be read as a feed: " + firstLine(e));
        }
    }

    private ParseResult parsed(SyndFeed feed, FeedXml.Tree tree, List<Repair> repairs, URI url) {
        boolean brokenOff = feed.getEntries().isEmpty() && repairs.contains(Repair.BALANCE);
        return brokenOff
                ? new ParseResult.NotAFeed("it breaks off before its first entry")
                : new ParseResult.Parsed(entries.document(feed, tree, repairs, url));
    }

    private static SyndFeed build(FeedXml.Tree tree) throws UnreadableException {
        try {
            return new SyndFeedInput().build(tree.document());
        } catch (FeedException | RuntimeException e) {
            // ROME and its modules throw whatever a strange value made them stumble over.
            throw new UnreadableException(e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
    }

    /** ROME cannot make a feed of a tree. */
    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}

package org.broadsheet.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import okio.ByteString;

/**
 * Parses feeds so that memory stays bounded however many are fetched at once: the bodies that are parsed at the same
 * time are together no larger than one may be. Safe for use by many threads.
 */
final class ParseRoom {
    private final FeedParser parser;
    private final long maxBytes;
    private final int permits;
    private final Semaphore room;

    ParseRoom(FeedParser parser, long maxBytes) {
        this.parser = parser;
        this.maxBytes = maxBytes;
        this.permits = (int) Math.min(Integer.MAX_VALUE, kilobytes(maxBytes));
        this.room = new Semaphore(permits, true);
    }

    ParseResult parse(ByteString bytes, Optional<String> contentType, URI url) {
        return within(
                bytes,
                () -> isPackedBomb(bytes)
                        ? new ParseResult.NotAFeed(tooLarge())
                        : parser.parse(bytes.toByteArray(), contentType, url));
    }

    /** The feeds that a web page names; pages become trees as well. */
    List<FeedLink> links(ByteString page, Optional<String> contentType, URI url) {
        return within(page, () -> FeedLinks.in(page.toByteArray(), contentType, url));
    }

    private <T> T within(ByteString bytes, Supplier<T> work) {
        int needed = (int) Math.min(permits, kilobytes(bytes.size()));
        room.acquireUninterruptibly(needed);
        try {
            return work.get();
        } finally {
            room.release(needed);
        }
    }

    private static long kilobytes(long bytes) {
        return bytes / 1000 + 1;
    }

    /** What is said of a feed over the limit. */
    String tooLarge() {
        String limit = maxBytes >= 1_000_000 ? maxBytes / 1_000_000 + " MB" : maxBytes + " bytes";
        return "larger than the limit of " + limit + " (fetch.max-size)";
    }

    /** Some feeds are packed though nothing says so, and some are packed twice; the limit holds for what comes out. */
    private boolean isPackedBomb(ByteString bytes) {
        if (bytes.size() < 3 || bytes.getByte(0) != 0x1f || bytes.getByte(1) != (byte) 0x8b) {
            return false;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.skip(maxBytes + 1) > maxBytes;
        } catch (IOException damaged) {
            // How much of it is sound is for the parser to say, and it is within the limit.
            return false;
        }
    }
}

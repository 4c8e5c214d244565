package org.broadsheet.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Validators;

/**
 * Gets one feed, from the web or from a file, and reads it; every way this can go wrong is an outcome.
 *
 * <p>All that one feed needs (where it was found last, its own address, the feed that a page there names) ends within
 * the time limit of one fetch. Bodies together no larger than the size limit are parsed at the same time, because the
 * tree of a feed takes many times what its bytes do; so memory holds one body for each thread, and the trees of one.
 */
public final class FeedFetcher {
    private static final int LINKS_FOLLOWED = 3;

    private final Http http;
    private final ParseRoom room;
    private final long maxBytes;
    private final Clock clock;

    /** @param maxBytes the largest feed, unpacked */
    public FeedFetcher(Http http, long maxBytes, FeedParser parser, Clock clock) {
        this.http = http;
        this.room = new ParseRoom(parser, maxBytes);
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Fetches a feed from where it was found last; from its own address when it is not there any more. */
    public FetchOutcome fetch(URI feed, Optional<FeedState> known) {
        if (FeedUrls.isFile(feed)) {
            return readFile(feed);
        }
        Instant end = clock.instant().plus(http.timeout());
        Validators validators = known.map(FeedState::validators).orElse(Validators.NONE);
        Optional<URI> moved = known.flatMap(FeedState::movedTo);
        if (moved.isEmpty()) {
            return fetch(feed, validators, end);
        }
        FetchOutcome there = fetch(moved.get(), validators, end);
        if (there instanceof FetchOutcome.Failed || there instanceof FetchOutcome.Gone) {
            return fetch(feed, Validators.NONE, end);
        }
        return there instanceof FetchOutcome.New found ? new FetchOutcome.Moved(moved.get(), found) : there;
    }

    /**
     * Fetches one address.
     *
     * @param known what its server said of the version that was read last
     */
    public FetchOutcome fetch(URI url, Validators known) {
        return FeedUrls.isFile(url)
                ? readFile(url)
                : fetch(url, known, clock.instant().plus(http.timeout()));
    }

    private FetchOutcome fetch(URI url, Validators known, Instant end) {
        HttpAnswer answer = get(url, known, end);
        if (!(answer instanceof HttpAnswer.Body body)) {
            return readBodyless(answer);
        }
        ParseResult result = room.parse(body.bytes(), body.contentType(), body.url());
        if (result instanceof ParseResult.Parsed parsed) {
            FetchOutcome.New found = found(parsed, body);
            return body.movedTo()
                    .<FetchOutcome>map(to -> new FetchOutcome.Moved(to, found))
                    .orElse(found);
        }
        return FeedLinks.mayBeIn(body.bytes(), body.contentType())
                ? followLinks(body, (ParseResult.NotAFeed) result, end)
                : new FetchOutcome.Failed(((ParseResult.NotAFeed) result).reason());
    }

    private HttpAnswer get(URI url, Validators known, Instant end) {
        return http.get(url, known, Duration.between(clock.instant(), end));
    }

    private static FetchOutcome.New found(ParseResult.Parsed parsed, HttpAnswer.Body body) {
        return new FetchOutcome.New(parsed.document(), new Validators(body.etag(), body.lastModified()), body.fresh());
    }

    /** What people copy is the address of the page; its feed is but one step away, and no further step is taken. */
    private FetchOutcome followLinks(HttpAnswer.Body page, ParseResult.NotAFeed notAFeed, Instant end) {
        List<FeedLink> links = room.links(page.bytes(), page.contentType(), page.url());
        for (FeedLink link : links.subList(0, Math.min(links.size(), LINKS_FOLLOWED))) {
            if (get(link.url(), Validators.NONE, end) instanceof HttpAnswer.Body body
                    && room.parse(body.bytes(), body.contentType(), body.url()) instanceof ParseResult.Parsed parsed) {
                return new FetchOutcome.Moved(body.movedTo().orElse(link.url()), found(parsed, body));
            }
        }
        return new FetchOutcome.Failed(
                links.isEmpty()
                        ? notAFeed.reason()
                        : "it is a web page, and the feed that it names cannot be read: "
                                + links.get(0).url());
    }

    private FetchOutcome readBodyless(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Refused refused) {
            return readRefusal(refused);
        }
        return answer instanceof HttpAnswer.NotModified unchanged
                ? new FetchOutcome.Unchanged(unchanged.fresh())
                : new FetchOutcome.Failed(((HttpAnswer.Failed) answer).reason());
    }

    private FetchOutcome readRefusal(HttpAnswer.Refused refused) {
        return switch (refused.status()) {
            case 304 -> new FetchOutcome.Failed("the server says that nothing changed (304), but was not asked that");
            case 410 -> new FetchOutcome.Gone();
            case 429, 503 -> new FetchOutcome.RateLimited(refused.retryAfter().flatMap(this::retryAfter));
            case 401, 403 -> new FetchOutcome.Failed("the server does not let us in (" + refused.status() + ")");
            case 404 -> new FetchOutcome.Failed("there is nothing at this address (404)");
            default -> new FetchOutcome.Failed("the server answered " + refused.status());
        };
    }

    /** RFC 9110 section 10.2.3: seconds, or a date. */
    private Optional<Duration> retryAfter(String header) {
        if (header.matches("\\d{1,9}")) {
            return Optional.of(FeedManners.believable(Duration.ofSeconds(Long.parseLong(header))));
        }
        try {
            ZonedDateTime at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), at.toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(FeedManners.believable(wait));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FetchOutcome readFile(URI url) {
        Path file = Path.of(url);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > maxBytes) {
                return new FetchOutcome.Failed(room.tooLarge());
            }
            ParseResult result = room.parse(ByteString.of(bytes), Optional.empty(), url);
            return result instanceof ParseResult.Parsed parsed
                    ? new FetchOutcome.New(parsed.document(), Validators.NONE, Optional.empty())
                    : new FetchOutcome.Failed(((ParseResult.NotAFeed) result).reason());
        } catch (NoSuchFileException e) {
            return new FetchOutcome.Failed("there is no such file");
        } catch (IOException e) {
            return new FetchOutcome.Failed("the file cannot be read: " + e.getMessage());
        }
    }
}

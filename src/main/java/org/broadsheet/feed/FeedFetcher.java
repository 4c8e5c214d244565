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
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Validators;

/** Gets one feed, from the web or from a file, and reads it; every way this can go wrong is an outcome. */
public final class FeedFetcher {
    private final Http http;
    private final long maxFileBytes;
    private final FeedParser parser;
    private final Clock clock;

    public FeedFetcher(Http http, long maxFileBytes, FeedParser parser, Clock clock) {
        this.http = http;
        this.maxFileBytes = maxFileBytes;
        this.parser = parser;
        this.clock = clock;
    }

    /** Fetches a feed from where it was found last; from its own address when it is not there any more. */
    public FetchOutcome fetch(URI feed, Optional<FeedState> known) {
        Validators validators = known.map(FeedState::validators).orElse(Validators.NONE);
        Optional<URI> moved = known.flatMap(FeedState::movedTo);
        if (moved.isEmpty()) {
            return fetch(feed, validators);
        }
        FetchOutcome there = fetch(moved.get(), validators);
        if (there instanceof FetchOutcome.Failed || there instanceof FetchOutcome.Gone) {
            return fetch(feed, Validators.NONE);
        }
        return there instanceof FetchOutcome.New found ? new FetchOutcome.Moved(moved.get(), found) : there;
    }

    /**
     * Fetches one address.
     *
     * @param known what its server said of the version that was read last
     */
    public FetchOutcome fetch(URI url, Validators known) {
        return FeedUrls.isFile(url) ? readFile(url) : readAnswer(url, http.get(url, known));
    }

    private FetchOutcome readAnswer(URI url, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Body body) {
            return readBody(url, body);
        }
        if (answer instanceof HttpAnswer.Refused refused) {
            return readRefusal(refused);
        }
        return answer instanceof HttpAnswer.NotModified unchanged
                ? new FetchOutcome.Unchanged(unchanged.fresh())
                : new FetchOutcome.Failed(((HttpAnswer.Failed) answer).reason());
    }

    private FetchOutcome readBody(URI url, HttpAnswer.Body body) {
        URI base = body.movedTo().orElse(url);
        ParseResult result = parser.parse(body.bytes().toByteArray(), body.contentType(), base);
        FetchOutcome outcome = outcome(result, new Validators(body.etag(), body.lastModified()), body.fresh());
        return outcome instanceof FetchOutcome.New found && body.movedTo().isPresent()
                ? new FetchOutcome.Moved(base, found)
                : outcome;
    }

    private static FetchOutcome outcome(ParseResult result, Validators validators, Optional<Duration> fresh) {
        return result instanceof ParseResult.Parsed parsed
                ? new FetchOutcome.New(parsed.document(), validators, fresh)
                : new FetchOutcome.Failed(((ParseResult.NotAFeed) result).reason());
    }

    private FetchOutcome readRefusal(HttpAnswer.Refused refused) {
        return switch (refused.status()) {
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
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            ZonedDateTime at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), at.toInstant());
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FetchOutcome readFile(URI url) {
        Path file = Path.of(url);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(maxFileBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > maxFileBytes) {
                return new FetchOutcome.Failed(
                        "larger than the limit of " + maxFileBytes / 1_000_000 + " MB (fetch.max-size)");
            }
            return outcome(parser.parse(bytes, Optional.empty(), url), Validators.NONE, Optional.empty());
        } catch (NoSuchFileException e) {
            return new FetchOutcome.Failed("there is no such file");
        } catch (IOException e) {
            return new FetchOutcome.Failed("the file cannot be read: " + e.getMessage());
        }
    }
}

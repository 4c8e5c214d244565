package org.broadsheet.net;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.CacheControl;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads what a server sent, and stops where the size limit is. */
final class HttpReader {
    private final HttpLimits limits;
    private final boolean conditional;

    /** @param conditional whether the server was asked only for what is new */
    HttpReader(HttpLimits limits, boolean conditional) {
        this.limits = limits;
        this.conditional = conditional;
    }

    HttpAnswer read(Response response) throws IOException {
        if (response.code() == 304 && conditional) {
            return new HttpAnswer.NotModified(fresh(response));
        }
        if (!response.isSuccessful()) {
            return new HttpAnswer.Refused(response.code(), Optional.ofNullable(response.header("Retry-After")));
        }
        BufferedSource source = response.body().source();
        if (response.body().contentLength() > limits.maxBytes() || source.request(limits.maxBytes() + 1)) {
            return new HttpAnswer.Failed("larger than the limit of " + limits.shownSize() + " (fetch.max-size)");
        }
        return new HttpAnswer.Body(
                response.request().url().uri(),
                source.readByteString(),
                Optional.ofNullable(response.header("Content-Type")),
                Optional.ofNullable(response.header("ETag")),
                Optional.ofNullable(response.header("Last-Modified")),
                fresh(response),
                movedTo(response));
    }

    /** RFC 9111 section 4.2.1: Cache-Control before Expires. */
    private static Optional<Duration> fresh(Response response) {
        CacheControl cache = response.cacheControl();
        if (cache.noCache() || cache.noStore()) {
            return Optional.empty();
        }
        if (cache.maxAgeSeconds() >= 0) {
            return Optional.of(Duration.ofSeconds(cache.maxAgeSeconds()));
        }
        Instant expires = response.headers().getInstant("Expires");
        Instant sent = response.headers().getInstant("Date");
        return expires == null || sent == null || expires.isBefore(sent)
                ? Optional.empty()
                : Optional.of(Duration.between(sent, expires));
    }

    /** A temporary redirect anywhere on the way means that the old address stays the right one. */
    private static Optional<URI> movedTo(Response response) {
        if (response.priorResponse() == null) {
            return Optional.empty();
        }
        for (Response prior = response.priorResponse(); prior != null; prior = prior.priorResponse()) {
            if (prior.code() != 301 && prior.code() != 308) {
                return Optional.empty();
            }
        }
        return Optional.of(response.request().url().uri());
    }
}

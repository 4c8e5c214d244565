package org.broadsheet.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.CacheControl;
import okhttp3.CompressionInterceptor;
import okhttp3.ConnectionPool;
import okhttp3.Gzip;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.broadsheet.Lazy;

/**
 * GETs over HTTP/1.1 and HTTP/2 that end in time and in memory, whatever the server does.
 *
 * <p>Gzip and Brotli are unpacked on the way, and the size limit holds for what comes out. Safe for use by many threads.
 */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpLimits limits;
    private final Lazy<OkHttpClient> client;

    public Http(HttpLimits limits) {
        this.limits = limits;
        this.client = new Lazy<>(() -> client(limits));
    }

    private static OkHttpClient client(HttpLimits limits) {
        return new OkHttpClient.Builder()
                .callTimeout(limits.timeout())
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(limits.timeout())
                .socketFactory(new GuardedSocketFactory(limits.allowHosts()))
                .addInterceptor(new CompressionInterceptor(Gzip.INSTANCE, new Brotli()))
                .connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS))
                .build();
    }

    /** Fetches one address, redirects and all; never throws for what a server or network does. */
    public HttpAnswer get(URI url, Validators known) {
        HttpUrl target = HttpUrl.parse(url.toString());
        if (target == null) {
            return new HttpAnswer.Failed("not an http address");
        }
        try (Response response = client.get().newCall(request(target, known)).execute()) {
            return answer(response);
        } catch (IOException e) {
            return new HttpAnswer.Failed(reason(e, url));
        }
    }

    private Request request(HttpUrl url, Validators known) {
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", limits.userAgent());
        known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
        known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
        return request.build();
    }

    private HttpAnswer answer(Response response) throws IOException {
        if (response.code() == 304) {
            return new HttpAnswer.NotModified(fresh(response));
        }
        if (!response.isSuccessful()) {
            return new HttpAnswer.Refused(response.code(), Optional.ofNullable(response.header("Retry-After")));
        }
        BufferedSource source = response.body().source();
        if (response.body().contentLength() > limits.maxBytes() || source.request(limits.maxBytes() + 1)) {
            return new HttpAnswer.Failed("larger than the limit of " + megabytes() + " (fetch.max-size)");
        }
        return new HttpAnswer.Body(
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

    private String megabytes() {
        return limits.maxBytes() >= 1_000_000 ? limits.maxBytes() / 1_000_000 + " MB" : limits.maxBytes() + " bytes";
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

    private String reason(IOException e, URI url) {
        if (e instanceof GuardedSocketFactory.PrivateAddressException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UnknownHostException) {
            return "the host " + url.getHost() + " is not known";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "no connection to " + url.getAuthority();
        }
        if (e instanceof InterruptedIOException) {
            return "not finished within " + limits.timeout().toSeconds() + " s (fetch.timeout)";
        }
        if (e instanceof SSLException) {
            return "no secure connection: " + e.getMessage();
        }
        if (e instanceof ProtocolException) {
            boolean endless = String.valueOf(e.getMessage()).startsWith("Too many follow-up");
            return endless ? "it redirects without end" : "not proper HTTP: " + e.getMessage();
        }
        return "the connection broke: " + e.getMessage();
    }

    @Override
    public void close() {
        if (client.isMade()) {
            client.get().dispatcher().executorService().shutdown();
            client.get().connectionPool().evictAll();
        }
    }
}

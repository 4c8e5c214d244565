package org.broadsheet.net;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.CompressionInterceptor;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Gzip;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.broadsheet.Lazy;

/**
 * GETs over HTTP/1.1 and HTTP/2 that end in time and in memory, whatever the server does.
 *
 * <p>Gzip and Brotli are unpacked on the way, and the size limit holds for what comes out. The call runs in a thread of
 * its own, and the caller leaves it behind at the deadline or when it is interrupted: a name server that never answers
 * cannot be interrupted itself. Safe for use by many threads.
 */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 10;
    /** The call ends itself at its deadline and says where it stood; this is for one that cannot. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final HttpLimits limits;
    private final Lazy<OkHttpClient> client;

    public Http(HttpLimits limits) {
        this(limits, client -> client);
    }

    /** @param tuning for tests, which have certificates and name servers of their own */
    Http(HttpLimits limits, UnaryOperator<OkHttpClient.Builder> tuning) {
        this.limits = limits;
        this.client = new Lazy<>(() -> tuning.apply(client(limits)).build());
    }

    private static OkHttpClient.Builder client(HttpLimits limits) {
        Dispatcher dispatcher = new Dispatcher();
        // How many fetches there are at once, and from one host, is for the callers to say.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(limits.timeout())
                .socketFactory(new GuardedSocketFactory(limits.allowHosts()))
                .addInterceptor(Http::tame)
                .addInterceptor(new CompressionInterceptor(Gzip.INSTANCE, new Brotli()))
                .addNetworkInterceptor(Http::countRedirects)
                .connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS));
    }

    /** Some nonsense of servers makes the client stumble instead of complain; that is no bug of ours. */
    private static Response tame(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (RuntimeException e) {
            throw new ProtocolException(e.toString());
        }
    }

    private static Response countRedirects(Interceptor.Chain chain) throws IOException {
        Redirects redirects = chain.request().tag(Redirects.class);
        if (redirects != null && redirects.asked.getAndIncrement() > MOST_REDIRECTS) {
            throw new ProtocolException(HttpProblem.TOO_MANY_REDIRECTS);
        }
        return chain.proceed(chain.request());
    }

    /** Counts the addresses that one fetch has led to. */
    private record Redirects(AtomicInteger asked) {}

    /** The longest that one fetch may take. */
    public Duration timeout() {
        return limits.timeout();
    }

    /** Fetches one address, redirects and all; never throws for what a server or network does. */
    public HttpAnswer get(URI url, Validators known) {
        return get(url, known, limits.timeout());
    }

    /**
     * Fetches one address for somebody who has less time left than the whole limit.
     *
     * @param within until then there is an answer, even if it is none
     */
    public HttpAnswer get(URI url, Validators known, Duration within) {
        HttpUrl target = HttpUrl.parse(url.toString());
        if (target == null) {
            return new HttpAnswer.Failed("not an http address");
        }
        HttpProblem problems = new HttpProblem(url, limits.timeout());
        if (within.isNegative() || within.isZero()) {
            return new HttpAnswer.Failed(problems.late());
        }
        Call call = client.get().newCall(request(target, known));
        call.timeout().timeout(within.toMillis(), TimeUnit.MILLISECONDS);
        Reading reading = new Reading(new HttpReader(limits, !known.equals(Validators.NONE)), problems);
        call.enqueue(reading);
        return await(call, reading.answer, within.plus(GRACE), problems);
    }

    private Request request(HttpUrl url, Validators known) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .tag(Redirects.class, new Redirects(new AtomicInteger()))
                .header("User-Agent", limits.userAgent());
        known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
        known.lastModified().ifPresent(date -> request.header("If-Modified-Since", date));
        return request.build();
    }

    private static HttpAnswer await(
            Call call, CompletableFuture<HttpAnswer> answer, Duration within, HttpProblem problems) {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel();
            return new HttpAnswer.Failed(problems.late());
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            return new HttpAnswer.Failed("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Reads the answer in the call's own thread. */
    private static final class Reading implements Callback {
        private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        private final HttpReader reader;
        private final HttpProblem problems;

        Reading(HttpReader reader, HttpProblem problems) {
            this.reader = reader;
            this.problems = problems;
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                answer.complete(reader.read(response));
            } catch (IOException e) {
                onFailure(call, e);
            } catch (RuntimeException e) {
                // As in tame().
                onFailure(call, new ProtocolException(e.toString()));
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            answer.complete(new HttpAnswer.Failed(problems.reason(e)));
        }
    }

    @Override
    public void close() {
        if (client.isMade()) {
            client.get().dispatcher().cancelAll();
            client.get().dispatcher().executorService().shutdown();
            client.get().connectionPool().evictAll();
        }
    }
}

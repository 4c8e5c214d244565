package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFetcherTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
    private static final byte[] FEED = rss(item("Eins", "/1", "Mon, 23 Nov 2026 06:15:00 +0100", ""));
    private static final int LIMIT = 100_000;

    private final MockWebServer server = new MockWebServer();
    private final Http http = http(Set.of("localhost", "127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private static Http http(Set<String> allowed) {
        return new Http(new HttpLimits("Broadsheet/test", Duration.ofSeconds(2), LIMIT, allowed));
    }

    @Test
    void introducesItself() throws InterruptedException {
        server.enqueue(answer(FEED).build());

        fetch("/feed.xml", Validators.NONE);

        assertThat(server.takeRequest().getHeaders().get("User-Agent")).isEqualTo("Broadsheet/test");
    }

    @Test
    void asksOnlyForWhatIsNew() throws InterruptedException {
        server.enqueue(answer(FEED)
                .setHeader("ETag", "\"v1\"")
                .setHeader("Last-Modified", "Mon, 23 Nov 2026 05:00:00 GMT")
                .build());
        server.enqueue(new MockResponse.Builder().code(304).build());

        FetchOutcome.New first = (FetchOutcome.New) fetch("/feed.xml", Validators.NONE);
        FetchOutcome second = fetch("/feed.xml", first.validators());

        assertThat(second).isEqualTo(new FetchOutcome.Unchanged(Optional.empty()));
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders())
                .contains(kotlin.TuplesKt.to("If-None-Match", "\"v1\""))
                .contains(kotlin.TuplesKt.to("If-Modified-Since", "Mon, 23 Nov 2026 05:00:00 GMT"));
    }

    @Test
    void unpacksGzip() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body(gzipped(FEED))
                .setHeader("Content-Encoding", "gzip")
                .build());

        assertThat(fetch("/feed.xml", Validators.NONE)).isInstanceOf(FetchOutcome.New.class);
    }

    @Test
    void unpacksBrotli() {
        server.enqueue(
                brotli("G1sAICwObCc4G5cu8ga2TylT1qPmkSsSmjAybTlX5lMvaS3i4kbHKQeszSugKMlu9xyWcig3djybePy8RE6oaobPP9hH"
                        + "RBsDjQA="));

        assertThat(fetch("/feed.xml", Validators.NONE)).isInstanceOf(FetchOutcome.New.class);
    }

    @Test
    void cutsABombOfFiftyMegabytesInSixtyBytesOfBrotli() {
        server.enqueue(
                brotli("y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//8g9eD/"
                        + "8EQBwWAOig6wE="));

        assertThat(problem("/bomb")).contains("larger than the limit");
    }

    private static MockResponse brotli(String base64) {
        return answer(Base64.getDecoder().decode(base64))
                .setHeader("Content-Encoding", "br")
                .build();
    }

    @Test
    void cutsADecompressionBomb() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body(gzipped(new byte[50_000_000]))
                .setHeader("Content-Encoding", "gzip")
                .build());

        assertThat(problem("/bomb")).contains("larger than the limit").contains("fetch.max-size");
    }

    @Test
    void cutsABodyOverTheLimitWhetherItsSizeIsToldOrNot() {
        server.enqueue(answer(new byte[LIMIT + 1]).build());
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(new String(new char[LIMIT + 1]).replace('\0', 'x'), 1000)
                .build());

        assertThat(problem("/told")).contains("larger than the limit");
        assertThat(problem("/untold")).contains("larger than the limit");
    }

    @Test
    void endsADrippingBodyAtItsDeadline() {
        server.enqueue(answer(FEED).throttleBody(1, 200, TimeUnit.MILLISECONDS).build());

        assertThat(problem("/slow")).contains("not finished within 2 s");
    }

    @Test
    void endsASilentServerAtItsDeadline() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(problem("/silent")).contains("not finished within 2 s");
    }

    @Test
    void followsAMoveForGoodAndReportsIt() {
        server.enqueue(redirect(301, "/new.xml"));
        server.enqueue(answer(FEED).build());

        FetchOutcome outcome = fetch("/old.xml", Validators.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Moved.class,
                        moved -> assertThat(moved.to().getPath()).isEqualTo("/new.xml"));
    }

    @Test
    void followsAMoveForNowWithoutRememberingIt() {
        server.enqueue(redirect(302, "/now.xml"));
        server.enqueue(answer(FEED).build());

        assertThat(fetch("/old.xml", Validators.NONE)).isInstanceOf(FetchOutcome.New.class);
    }

    @Test
    void endsARedirectLoop() {
        for (int i = 0; i < 40; i++) {
            server.enqueue(redirect(302, "/loop"));
        }

        assertThat(problem("/loop")).contains("redirect");
    }

    @Test
    void tellsGoneFromRateLimitedFromMissing() {
        server.enqueue(new MockResponse.Builder().code(410).build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "120")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "Mon, 23 Nov 2026 06:10:00 GMT")
                .build());
        server.enqueue(new MockResponse.Builder().code(404).build());
        server.enqueue(new MockResponse.Builder().code(500).build());

        assertThat(fetch("/", Validators.NONE)).isEqualTo(new FetchOutcome.Gone());
        assertThat(fetch("/", Validators.NONE))
                .isEqualTo(new FetchOutcome.RateLimited(Optional.of(Duration.ofMinutes(2))));
        assertThat(fetch("/", Validators.NONE))
                .isEqualTo(new FetchOutcome.RateLimited(Optional.of(Duration.ofMinutes(10))));
        assertThat(problem("/")).contains("404");
        assertThat(problem("/")).contains("500");
    }

    @Test
    void saysWhenThereIsNobodyThere() {
        URI closed = URI.create("http://localhost:" + server.getPort() + "/");
        server.close();

        assertThat(fetcher(http).fetch(closed, Validators.NONE).problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no connection to localhost"));
    }

    @Test
    void saysWhenTheConnectionBreaksInTheMiddle() {
        server.enqueue(
                answer(FEED).onResponseBody(new SocketEffect.CloseSocket()).build());

        assertThat(problem("/cut")).isNotBlank();
    }

    @Test
    void refusesPrivateAddressesUnlessAllowed() {
        Http guarded = http(Set.of());

        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"}) {
            URI url = URI.create("http://" + host + ":" + server.getPort() + "/feed.xml");
            assertThat(fetcher(guarded).fetch(url, Validators.NONE).problem())
                    .hasValueSatisfying(reason ->
                            assertThat(reason).contains("private address").contains("fetch.allow-hosts"));
        }
        assertThat(server.getRequestCount()).isZero();
        guarded.close();
    }

    @Test
    void refusesARedirectToAPrivateAddress() {
        server.enqueue(redirect(302, "http://169.254.169.254/latest/meta-data"));

        assertThat(problem("/trap")).contains("169.254.169.254").contains("private address");
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.write(folder.resolve("größe 1.xml"), FEED);

        assertThat(fetcher(http).fetch(file.toUri(), Validators.NONE)).isInstanceOf(FetchOutcome.New.class);
    }

    @Test
    void saysWhenAFileIsMissingOrTooLarge() throws IOException {
        Path large = Files.write(folder.resolve("large.xml"), new byte[LIMIT + 1]);

        assertThat(fetcher(http)
                        .fetch(folder.resolve("none.xml").toUri(), Validators.NONE)
                        .problem())
                .contains("there is no such file");
        assertThat(fetcher(http).fetch(large.toUri(), Validators.NONE).problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("larger than the limit"));
    }

    private static FeedFetcher fetcher(Http http) {
        return new FeedFetcher(http, LIMIT, new FeedParser(), CLOCK);
    }

    private FetchOutcome fetch(String path, Validators known) {
        return fetcher(http).fetch(URI.create("http://localhost:" + server.getPort() + path), known);
    }

    private String problem(String path) {
        return fetch(path, Validators.NONE).problem().orElseThrow();
    }

    private static MockResponse.Builder answer(byte[] body) {
        Buffer buffer = new Buffer();
        buffer.write(body);
        return new MockResponse.Builder().body(buffer);
    }

    private static MockResponse redirect(int code, String to) {
        return new MockResponse.Builder().code(code).setHeader("Location", to).build();
    }

    private static Buffer gzipped(byte[] bytes) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.write(bytes);
        }
        return packed;
    }
}

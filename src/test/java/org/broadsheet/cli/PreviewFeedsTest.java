package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds over the network, sound and broken. */
class PreviewFeedsTest {
    private static final String STORY = "Hafen bekommt eine neue Kaimauer";

    @TempDir
    Path folder;

    private final MockWebServer web = new MockWebServer();
    private CommandLineHarness broadsheet;
    private byte[] feed;

    @BeforeEach
    void start() throws IOException {
        broadsheet = new CommandLineHarness(folder);
        feed = rss(broadsheet.article(STORY, "/1", Duration.ofHours(3)));
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private MockResponse answer(RecordedRequest request) {
        return switch (String.valueOf(request.getTarget())) {
            case "/good.xml" ->
                "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                        ? status(304).build()
                        : body(feed).setHeader("ETag", "\"v1\"").build();
            case "/html" ->
                body("<!doctype html><html><body><p>Bitte anmelden</body></html>".getBytes(StandardCharsets.UTF_8))
                        .setHeader("Content-Type", "text/html")
                        .build();
            case "/empty" -> body(new byte[0]).build();
            case "/truncated" ->
                body(new String(feed, StandardCharsets.UTF_8).substring(0, 150).getBytes(StandardCharsets.UTF_8))
                        .build();
            case "/gone" -> status(410).build();
            case "/large" -> body(new byte[30_000]).build();
            case "/slow" ->
                body(feed).throttleBody(1, 200, TimeUnit.MILLISECONDS).build();
            case "/error" -> status(500).build();
            case "/busy" -> status(429).setHeader("Retry-After", "600").build();
            default -> status(404).build();
        };
    }

    private static MockResponse.Builder status(int code) {
        return new MockResponse.Builder().code(code);
    }

    private static MockResponse.Builder body(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes));
    }

    private String url(String path) {
        return web.url(path).toString();
    }

    @Test
    void feedThatIsUnchangedIsNotTransferredAndGivesTheSameEdition() throws InterruptedException {
        broadsheet.newsletter("morning", List.of(), url("/good.xml"));
        String at = broadsheet.ago(Duration.ZERO);

        assertThat(broadsheet.preview("--at", at).out()).contains("1 new");
        String first = broadsheet.written("morning.json");
        Result second = broadsheet.preview("--at", at);

        assertThat(second.out()).contains("1 read, 0 failed; articles: 0 found, 0 new");
        assertThat(broadsheet.written("morning.json")).isEqualTo(first).contains(STORY);
        web.takeRequest();
        assertThat(web.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/html, feed",
        "/empty, empty",
        "/truncated, breaks off",
        "/missing, 404",
        "/gone, 410",
        "/large, fetch.max-size",
        "/slow, fetch.timeout",
        "/error, 500",
        "/busy, 10 min"
    })
    void brokenFeedIsNamedWithItsReasonAndStopsNothing(String path, String reason) {
        broadsheet.newsletter("morning", List.of(), url(path), url("/good.xml"));

        Result result = broadsheet.preview();

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).startsWith(url(path) + ": ").contains(reason);
        assertThat(result.out()).contains("1 read, 1 failed");
        assertThat(broadsheet.written("morning.json")).contains(STORY);
    }

    @Test
    void missingFileAndDeadServerAreNamedAndStopNothing() {
        String dead = "http://127.0.0.1:" + CommandLineHarness.freePort() + "/feed.xml";
        broadsheet.newsletter("morning", List.of(), "gone.xml", url("/good.xml"), dead);

        Result result = broadsheet.preview();

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.errors())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("gone.xml").contains("no such file"))
                .anySatisfy(line -> assertThat(line).startsWith(dead).contains("no connection"));
        assertThat(broadsheet.written("morning.json")).contains(STORY);
    }

    @Test
    void privateAddressesAreNotFetchedUnlessTheyAreAllowed() {
        broadsheet.write("broadsheet.yml", """
                        publisher:
                          name: Broadsheet
                          address: Musterstraße 1, 10115 Berlin
                          from: Broadsheet <news@example.org>
                        database: {url: "jdbc:sqlite:../data/test.db"}
                        """).newsletter("morning", List.of(), url("/good.xml"));

        Result result = broadsheet.preview();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors().get(0)).startsWith(url("/good.xml")).contains("fetch.allow-hosts");
        assertThat(web.getRequestCount()).isZero();
    }

    @Test
    void withNoFeedAtAllThePreviewFails() {
        broadsheet.newsletter("morning", List.of(), url("/missing"), "gone.xml");

        Result result = broadsheet.preview();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(3);
        assertThat(result.errors().get(2)).contains("no feed could be read");
    }
}

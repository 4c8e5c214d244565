package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Validators;
import org.broadsheet.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that are made to do harm: each ends in time, costs no more than the limit, and is told in one line. */
@Timeout(60)
class HostileFeedsTest {
    private static final int LIMIT = 10_000_000;
    private static final String TOO_LARGE = "larger than the limit of 10 MB (fetch.max-size)";

    private final MockWebServer server = new MockWebServer();
    private final Http http = http(Duration.ofSeconds(30));
    private final FeedFetcher fetcher = fetcher(http);

    @TempDir
    private Path folder;

    private static Http http(Duration timeout) {
        return new Http(new HttpLimits("Broadsheet/test", timeout, LIMIT, Set.of("localhost", "127.0.0.1")));
    }

    private static FeedFetcher fetcher(Http http) {
        return new FeedFetcher(http, LIMIT, new FeedParser(), Clock.systemUTC());
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void readsNoFileForAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim-4711");
        String feed = new String(
                rss(item("Eins &x;", "/1", "", "<description>&x; %y;</description>")), StandardCharsets.UTF_8);

        FetchOutcome outcome = fetch(withDoctype(feed, """
                <!DOCTYPE rss [
                  <!ENTITY x SYSTEM "%s">
                  <!ENTITY %% y SYSTEM "%s">
                ]>""".formatted(secret.toUri(), server.url("/entity"))));

        assertThat(outcome.toString()).doesNotContain("geheim-4711");
        assertThat(server.getRequestCount())
                .as("requests beside that for the feed")
                .isOne();
    }

    @Test
    void laughsAtNoBillionLaughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        String feed = new String(rss(item("&l9;", "/1", "", "")), StandardCharsets.UTF_8);

        FetchOutcome outcome = fetch(withDoctype(feed, entities + "]>"));

        assertThat(outcome.toString()).hasSizeLessThan(20_000).doesNotContain("lollol");
    }

    @Test
    void cutsAnEntryOfFiftyMegabytes() {
        byte[] huge = rss(item("Groß", "/1", "", "<description>" + "x".repeat(50_000_000) + "</description>"));

        assertThat(problem(huge)).isEqualTo(TOO_LARGE);
    }

    @Test
    void cutsABombThatIsPackedOnce() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body(gzipped(zeros()))
                .setHeader("Content-Encoding", "gzip")
                .build());

        assertThat(problem()).isEqualTo(TOO_LARGE);
    }

    @Test
    void cutsABombThatIsPackedTwiceOrSecretly() throws IOException {
        Buffer once = gzipped(zeros());
        server.enqueue(new MockResponse.Builder()
                .body(gzipped(once.clone()))
                .setHeader("Content-Encoding", "gzip")
                .build());
        server.enqueue(new MockResponse.Builder().body(once.clone()).build());
        server.enqueue(new MockResponse.Builder()
                .body(gzipped(once.clone()))
                .setHeader("Content-Encoding", "gzip, gzip")
                .build());
        Path file = Files.write(folder.resolve("bomb.xml"), once.readByteArray());

        assertThat(problem()).isEqualTo(TOO_LARGE);
        assertThat(problem()).isEqualTo(TOO_LARGE);
        assertThat(problem()).hasLineCount(1);
        assertThat(fetcher.fetch(file.toUri(), Validators.NONE).problem()).contains(TOO_LARGE);
    }

    @Test
    void readsAHundredThousandEntriesWhereTheyAreWithinTheLimit() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            items.append("<item><title>T")
                    .append(i)
                    .append("</title><link>http://a.example/")
                    .append(i);
            items.append("</link></item>\n");
        }
        byte[] many = rss(items.toString());
        assertThat(many).hasSizeLessThan(LIMIT);

        assertThat(((FetchOutcome.New) fetch(many)).document().entries()).hasSize(100_000);
    }

    @Test
    void refusesAMillionElementsInOneLine() {
        assertThat(problem(rss("<item/>".repeat(1_000_001))))
                .contains("as no feed has")
                .hasLineCount(1);
        assertThat(problem(("{\"items\":[" + "{},".repeat(1_000_000) + "{}]}").getBytes(StandardCharsets.UTF_8)))
                .contains("as no feed has")
                .hasLineCount(1);
    }

    @Test
    void readsBytesThatAreNoCharacters() {
        byte[] feed = rss(item("Eins zwei", "/1", "", ""));
        byte[] broken = feed.clone();
        int space = new String(feed, StandardCharsets.ISO_8859_1).indexOf("Eins zwei") + 4;
        broken[space] = (byte) 0xff;

        assertThat(((FetchOutcome.New) fetch(broken))
                        .document()
                        .entries()
                        .get(0)
                        .title()
                        .text())
                .startsWith("Eins")
                .endsWith("zwei");
    }

    @Test
    void putsNoLineIntoAProblemThatTheFeedWrote() {
        assertThat(problem("<rss>\r\nBcc: x\u001b[31m</rs".getBytes(StandardCharsets.UTF_8)))
                .matches("\\P{Cc}+");
        assertThat(problem("{\"a\r\nBcc: \u001b[31m".getBytes(StandardCharsets.UTF_8)))
                .matches("\\P{Cc}+");
    }

    @Test
    void spendsNotMoreThanOneLimitOfTimeOnAllTheAddressesOfAFeed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Duration limit = Duration.ofSeconds(2);
        try (RawServer silent = RawServer.dripping("HTTP/1.1 200 OK\r\n\r\n<rss>", ' ');
                Http hasty = http(limit)) {
            FeedState known =
                    new FeedStateSample(URI.create("http://localhost:" + server.getPort() + "/")).movedTo(silent.url());
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    asked.incrementAndGet();
                    return new MockResponse.Builder().body("late").build();
                }
            });
            long start = System.nanoTime();

            assertThat(fetcher(hasty).fetch(known.url(), Optional.of(known)).problem())
                    .contains("not finished within 2 s (fetch.timeout)");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.plusSeconds(1));
        }
        assertThat(asked).hasValueLessThan(2);
    }

    private static byte[] withDoctype(String feed, String doctype) {
        return feed.replaceFirst("\\?>", "?>" + Matcher.quoteReplacement(doctype))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Buffer zeros() {
        return new Buffer().write(new byte[100_000_000]);
    }

    private static Buffer gzipped(Buffer plain) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeAll(plain);
        }
        return packed;
    }

    private FetchOutcome fetch(byte[] body) {
        server.enqueue(new MockResponse.Builder().body(new Buffer().write(body)).build());
        return fetch();
    }

    private FetchOutcome fetch() {
        return fetcher.fetch(server.url("/feed.xml").uri(), Validators.NONE);
    }

    private String problem(byte[] body) {
        return fetch(body).problem().orElseThrow();
    }

    private String problem() {
        return fetch().problem().orElseThrow();
    }
}

package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an address that answers 200 with something else than a feed. */
class PageInsteadOfFeedTest {
    private static final String FEED =
            new String(rss(item("Eins", "/1", "Mon, 23 Nov 2026 06:15:00 +0100", "")), StandardCharsets.UTF_8);

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final Http http =
            new Http(new HttpLimits("Broadsheet/test", Duration.ofSeconds(5), 1_000_000, Set.of("localhost")));

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(
                        String.valueOf(request.getTarget()),
                        new MockResponse.Builder().code(404).build());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void readsTheFeedThatAPageNamesAndSaysWhereItIs() {
        page("/", "<link rel=alternate type=application/rss+xml href=/feed.xml>");
        answer("/feed.xml", "application/rss+xml", FEED, "\"feed\"");

        assertThat(fetch("/")).isInstanceOfSatisfying(FetchOutcome.Moved.class, moved -> {
            assertThat(moved.to()).isEqualTo(url("/feed.xml"));
            // Those of the page would say of the feed that nothing changed.
            assertThat(moved.found().validators().etag()).contains("\"feed\"");
            assertThat(moved.found().document().entries()).hasSize(1);
        });
    }

    @Test
    void readsTheFirstOfThemThatIsOne() {
        page("/", """
                <link rel=alternate type=application/rss+xml href=/missing.xml>
                <link rel=alternate type=application/atom+xml href=/page.html>
                <link rel=alternate type=application/rss+xml href=/feed.xml>
                """);
        page("/page.html", "<link rel=alternate type=application/rss+xml href=/other.xml>");
        answer("/feed.xml", "application/rss+xml", FEED, "");
        answer("/other.xml", "application/rss+xml", FEED, "");

        assertThat(fetch("/"))
                .isInstanceOfSatisfying(
                        FetchOutcome.Moved.class,
                        moved -> assertThat(moved.to()).isEqualTo(url("/feed.xml")));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void goesButOneStep() {
        page("/", "<link rel=alternate type=application/rss+xml href=/page.html>");
        page("/page.html", "<link rel=alternate type=application/rss+xml href=/feed.xml>");
        answer("/feed.xml", "application/rss+xml", FEED, "");

        assertThat(problem("/"))
                .isEqualTo("it is a web page, and the feed that it names cannot be read: " + url("/page.html"));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void asksNoHundredAddressesBecauseAPageNamesThem() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            links.append("<link rel=alternate type=application/rss+xml href=/")
                    .append(i)
                    .append('>');
        }
        page("/", links.toString());

        assertThat(problem("/")).contains("cannot be read");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void followsNoLinkToTheInside() throws IOException {
        try (MockWebServer inside = new MockWebServer()) {
            inside.start();
            page("/", "<link rel=feed href=http://127.0.0.1:%d/feed.xml>".formatted(inside.getPort()));

            assertThat(problem("/")).contains("cannot be read");
            assertThat(inside.getRequestCount()).isZero();
        }
    }

    @Test
    void namesAnErrorPageForWhatItIs() {
        page("/login", "<p>Bitte anmelden");
        answer("/json", "application/json", "{\"error\": \"rate limit\", \"code\": 88}", "");
        answer("/text", "text/plain", "Fatal error: out of memory\nin line 12", "");

        assertThat(problem("/login")).startsWith("it is a web page, not a feed").hasLineCount(1);
        assertThat(problem("/json")).startsWith("it is JSON").hasLineCount(1);
        assertThat(problem("/text")).isEqualTo("it is neither XML nor JSON");
    }

    private FetchOutcome fetch(String path) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
        return new FeedFetcher(http, 1_000_000, new FeedParser(), clock).fetch(url(path), Optional.empty());
    }

    private String problem(String path) {
        return fetch(path).problem().orElseThrow();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    private void page(String path, String head) {
        answer(path, "text/html; charset=utf-8", "<!doctype html><html><head>" + head + "</head></html>", "\"page\"");
    }

    private void answer(String path, String type, String body, String etag) {
        answers.put(
                path,
                new MockResponse.Builder()
                        .setHeader("Content-Type", type)
                        .setHeader("ETag", etag)
                        .body(body)
                        .build());
    }
}

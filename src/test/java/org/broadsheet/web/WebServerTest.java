package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.Failure;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.Network;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Secret;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.Templates;
import org.broadsheet.edition.Week;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);

    private static final Web WEB = new Web(
            URI.create("https://news.example.org"),
            ANY_PORT,
            false,
            List.of(Network.parse("127.0.0.1")),
            false,
            new Secret("a secret"),
            Optional.empty(),
            Optional.empty());

    private final TestClock clock = new TestClock();
    private final FakeReaders readers = new FakeReaders();
    private final PageTemplates templates = new PageTemplates(new Templates(Path.of("templates"), Optional.empty()));
    private final WebServer server = new WebServer(
            WEB,
            templates,
            List.of(
                    new UnsubscribePages(readers, templates),
                    new ArchivePages(readers, templates, WEB),
                    new InboxPages(readers, templates)),
            clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksBeforeItUnsubscribesBecauseScannersFollowLinks() throws Exception {
        HttpResponse<String> page = get("/u/good");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ja, abmelden").contains("lang=\"de\"").contains("Der &lt;Morgen&gt;");
        assertThat(readers.left).isEmpty();
    }

    @Test
    void unsubscribesWithOneClickAsMailProgramsSendIt() throws Exception {
        HttpResponse<String> first = post("/u/good", "List-Unsubscribe=One-Click");
        HttpResponse<String> second = post("/u/good", "List-Unsubscribe=One-Click");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(readers.left).contains("good");
    }

    @Test
    void unsubscribesNobodyByAForgedLink() throws Exception {
        assertThat(get("/u/forged").statusCode()).isEqualTo(404);
        assertThat(post("/u/forged", "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
        assertThat(readers.left).isEmpty();
    }

    @Test
    void searchEnginesListNothingButAnArchiveThatTheyMay() throws Exception {
        Web open = new Web(
                WEB.url(),
                ANY_PORT,
                true,
                List.of(),
                false,
                new Secret("a secret"),
                Optional.empty(),
                Optional.empty());
        try (WebServer inTheOpen =
                new WebServer(ANY_PORT, templates, List.of(new ArchivePages(readers, templates, open)), clock)) {
            URI archive = URI.create("http://127.0.0.1:" + inTheOpen.port() + "/archive/morning");
            HttpResponse<String> list =
                    client.send(HttpRequest.newBuilder(archive).build(), BodyHandlers.ofString());

            assertThat(list.headers().firstValue("X-Robots-Tag")).contains("all");
            assertThat(list.body()).doesNotContain("noindex");
        }
        assertThat(get("/archive/morning").headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(get("/u/good").headers().firstValue("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void showsEditionsWithoutAnythingOfOneReader() throws Exception {
        HttpResponse<String> list = get("/archive/morning");
        HttpResponse<String> edition = get("/archive/morning/2026-11-23");

        assertThat(list.body())
                .contains("/archive/morning/2026-11-23T0700")
                .contains("Betreff &amp; mehr")
                .contains("23. November 2026");
        assertThat(edition.body()).isEqualTo("<p>Alles</p>");
        assertThat(edition.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(edition.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("script"));
    }

    @Test
    void findsAnEditionByTheTimeItWasDueAndByItsDay() throws Exception {
        assertThat(get("/archive/morning/2026-11-23T0700").statusCode()).isEqualTo(200);
        assertThat(get("/archive/morning/2026-11-23T0701").statusCode()).isEqualTo(404);
        assertThat(get("/archive/morning/2026-11-22").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsFeedReadersOfNewEditions() throws Exception {
        HttpResponse<String> feed = get("/archive/morning/feed.xml");

        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
        ParseResult parsed = new FeedParser()
                .parse(
                        feed.body().getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        URI.create("https://a.example/"));
        assertThat(((ParseResult.Parsed) parsed).document().entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.title().text()).isEqualTo("Betreff & mehr");
                    assertThat(entry.link()).contains("https://news.example.org/archive/morning/2026-11-23T0700");
                    assertThat(entry.published()).contains(Instant.parse("2026-11-23T06:00:00Z"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/archive/unknown",
                "/archive/morning/unknown",
                "/archive/..%2f..%2fetc/passwd",
                "/images/..%2fbroadsheet.yml",
                "/mail/0",
                "/mail/2",
                "/mail/99999999999",
                "/mail/x/source"
            })
    void answersUnknownAddressesWithAPageOfOurOwn(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("jetty")
                .doesNotContain("Javalin");
    }

    @Test
    void showsMailsInABoxWhereNothingRuns() throws Exception {
        assertThat(get("/").body()).contains("/mail/1").contains("Hallo &lt;b&gt;");
        assertThat(get("/mail/1").body()).contains("sandbox");
        HttpResponse<String> html = get("/mail/1/html");
        assertThat(html.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups")
                        .doesNotContain("allow-scripts")
                        .contains("default-src 'none'"));
        assertThat(get("/mail/1/source").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(get("/images/ship.jpg").headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void sendsHeadersThatKeepBrowsersSafe() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void refusesLargeBodies() throws Exception {
        assertThat(post("/u/good", "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        assertThat(readers.left).isEmpty();
    }

    @Test
    void slowsDownWhoAsksTooOften() throws Exception {
        HttpResponse<String> answer = get("/health/live");
        for (int i = 0; i < 300 && answer.statusCode() == 200; i++) {
            answer = get("/health/live");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        clock.advance(Duration.ofSeconds(5));

        assertThat(get("/health/live").body()).isEqualTo("ok");
    }

    @Test
    void tellsReadersBehindAProxyApart() throws Exception {
        HttpResponse<String> answer = forwarded("203.0.113.1");
        for (int i = 0; i < 300 && answer.statusCode() == 200; i++) {
            answer = forwarded("203.0.113.1");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(forwarded("198.51.100.9, 203.0.113.2").statusCode()).isEqualTo(200);
        assertThat(forwarded("203.0.113.2, 203.0.113.1").statusCode()).isEqualTo(429);
    }

    @Test
    void saysWhenTheAddressIsTaken() {
        ListenAddress taken = new ListenAddress("127.0.0.1", server.port());

        assertThatThrownBy(() -> new WebServer(taken, templates, List.of(), clock))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("web.listen");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> forwarded(String addresses) throws IOException, InterruptedException {
        HttpRequest request =
                request("/health/live").header("X-Forwarded-For", addresses).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    /** One newsletter, one edition, one mail, one good link. */
    private static final class FakeReaders implements Unsubscribing, Archive, Inbox {
        private final List<String> left = new ArrayList<>();

        @Override
        public Optional<Subject> find(String token) {
            return token.equals("good")
                    ? Optional.of(new Subject("Der <Morgen>", Locale.GERMAN, Optional.empty()))
                    : Optional.empty();
        }

        @Override
        public void unsubscribe(String token) {
            left.add(token);
        }

        @Override
        public Optional<Newsletter> newsletter(String id) {
            return id.equals("morning") ? Optional.of(Newsletters.withTopics()) : Optional.empty();
        }

        @Override
        public List<StoredEdition> newest(String newsletter) {
            Instant at = Instant.parse("2026-11-23T06:00:00Z");
            return List.of(new StoredEdition(
                    "e1",
                    "morning",
                    "Der Morgen",
                    Locale.GERMAN,
                    at,
                    at,
                    Optional.empty(),
                    new RenderedEdition("Betreff & mehr", "<p>x</p>", "")));
        }

        @Override
        public String page(StoredEdition edition) {
            return "<p>Alles</p>";
        }

        @Override
        public Optional<StoredEdition> find(Newsletter newsletter, Week week) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredEdition> find(Newsletter newsletter, Span due) {
            return newest(newsletter.id()).stream()
                    .filter(edition -> !edition.scheduledFor().isBefore(due.from())
                            && edition.scheduledFor().isBefore(due.before()))
                    .findFirst();
        }

        @Override
        public List<Item> mails() {
            return List.of(
                    new Item("a@example.org", "b@example.org", "Hallo <b>", "<script>alert(1)</script>", "x", "y"));
        }

        @Override
        public List<Title> newsletters() {
            return List.of(new Title("morning", "Der Morgen"));
        }

        @Override
        public Optional<byte[]> picture(String name) {
            return name.equals("ship.jpg") ? Optional.of(new byte[] {1}) : Optional.empty();
        }
    }
}

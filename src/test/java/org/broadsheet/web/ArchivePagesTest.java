package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.Secret;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;

/** The editions that everybody may read. */
class ArchivePagesTest extends ServedPages {
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
}

package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedLinksTest {
    private static final URI PAGE = URI.create("https://blatt.example/land/seite.html");

    @Test
    void findsEveryKindOfFeedWithItsNameAndTypeInTheOrderOfThePage() {
        assertThat(find("""
                <link rel="alternate" type="application/rss+xml" title="Alles" href="/alles.xml">
                <LINK REL="Alternate" TYPE="Application/Atom+XML; charset=utf-8" HREF="atom.xml" TITLE=" Land ">
                <link rel=alternate type=application/feed+json href=https://andere.example/feed.json>
                """))
                .containsExactly(
                        new FeedLink(URI.create("https://blatt.example/alles.xml"), "Alles", "application/rss+xml"),
                        new FeedLink(URI.create("https://blatt.example/land/atom.xml"), "Land", "application/atom+xml"),
                        new FeedLink(URI.create("https://andere.example/feed.json"), "", "application/feed+json"));
    }

    @Test
    void putsTheFeedsOfCommentsLast() {
        assertThat(urls("""
                <link rel="alternate" type="application/rss+xml" title="Blatt » Kommentar-Feed" href="/k">
                <link rel="alternate" type="application/rss+xml" title="Blatt" href="/comments/feed/">
                <link rel="alternate" type="application/rss+xml" title="Blatt" href="/feed/">
                """))
                .containsExactly(
                        "https://blatt.example/feed/",
                        "https://blatt.example/k",
                        "https://blatt.example/comments/feed/");
    }

    @Test
    void takesNothingElseForAFeed() {
        assertThat(urls("""
                <link rel="stylesheet" href="/s.css">
                <link rel="alternate stylesheet" type="text/xml" href="/s.xsl">
                <link rel="alternate" hreflang="en" href="/en/">
                <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
                <link rel="icon" type="application/rss+xml" href="/i.png">
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
                <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
                <link rel="alternate" type="application/rss+xml">
                """)).isEmpty();
    }

    @Test
    void takesAnAddressOnceAndHeedsTheBase() {
        assertThat(urls("""
                <base href="https://netz.example/b/">
                <link rel="alternate" type="application/rss+xml" href="feed">
                <link rel="alternate" type="application/atom+xml" href="feed">
                """)).containsExactly("https://netz.example/b/feed");
    }

    @Test
    void readsTheCharsetOfTheHeaderAndIsNotStoppedByNonsense() {
        byte[] latin = "<link rel=feed href=/f title='Küste'>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FeedLinks.in(latin, Optional.of("text/html; charset=ISO-8859-1"), PAGE))
                .extracting(FeedLink::title)
                .containsExactly("Küste");
        assertThat(FeedLinks.in(latin, Optional.of("text/html; charset=none-such"), PAGE))
                .hasSize(1);
        assertThat(FeedLinks.in(latin, Optional.of("text/html; charset=\"\u0000\""), PAGE))
                .hasSize(1);
    }

    @Test
    void looksOnlyAtTheBeginningOfAHugePage() {
        String link = "<link rel=feed href=/%s>";
        String html = link.formatted("near") + "<p>".repeat(1_000_000) + link.formatted("far");

        assertThat(urls(html)).containsExactly("https://blatt.example/near");
    }

    private static List<String> urls(String html) {
        return find(html).stream().map(link -> link.url().toString()).toList();
    }

    private static List<FeedLink> find(String html) {
        return FeedLinks.in(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), PAGE);
    }
}

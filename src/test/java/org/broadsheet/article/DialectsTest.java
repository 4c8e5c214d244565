package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;

/** The feeds of the systems that most of the web is published with, each in its own dialect. */
class DialectsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T07:00:00Z"), ZoneOffset.UTC);

    @Test
    void followsWordPress() throws IOException {
        FeedDocument feed = feed("wordpress");
        Article article = articles(feed).get(0);

        assertThat(article.title()).isEqualTo("Der Leuchtturm bekommt ein neues Licht – nach 90 Jahren");
        assertThat(article.url())
                .hasToString("https://deichblick.example/2026/11/leuchtturm-neues-licht/?utm_source=rss"
                        + "&utm_medium=rss&utm_campaign=leuchtturm-neues-licht");
        assertThat(article.summary()).startsWith("Am Montag haben Techniker").doesNotContain("The post", "[");
        assertThat(article.image())
                .contains(URI.create("https://deichblick.example/wp-content/uploads/2026/11/turm-1024x683.jpg"));
        assertThat(article.published()).isEqualTo("2026-11-23T05:10:11Z");
        assertThat(article.categories()).containsExactly("Stadt & Hafen", "Technik");
        assertThat(feed.entries().get(0).extras())
                .isEqualTo(new FeedEntry.Extras(
                        List.of("Wiebke Harms"), Optional.empty(), OptionalInt.of(3), Optional.empty()));
    }

    @Test
    void followsTheCommentsOnOneArticleOfWordPress() throws IOException {
        List<Article> articles = articles(feed("wordpress-comments"));

        assertThat(articles)
                .extracting(Article::summary)
                .containsExactly(
                        "Und noch etwas: Das Nebelhorn soll bleiben.",
                        "Endlich! Das alte Licht flackerte schon lange.",
                        "Schade um die schöne Linse.");
        assertThat(articles.get(2).title()).isEqualTo("Von: Fenja");
    }

    @Test
    void followsAYouTubeChannel() throws IOException {
        List<Article> articles = articles(feed("youtube"));

        assertThat(articles).hasSize(2);
        assertThat(articles.get(0).title()).isEqualTo("How a tide mill grinds flour twice a day");
        assertThat(articles.get(0).url()).hasToString("https://www.youtube.com/watch?v=aB3dE5fG7hI");
        assertThat(articles.get(0).image()).contains(URI.create("https://i4.ytimg.com/vi/aB3dE5fG7hI/hqdefault.jpg"));
        assertThat(articles.get(0).summary()).startsWith("We follow the water through the gates of a restored mill.");
        assertThat(articles.get(0).published()).isEqualTo("2026-11-22T17:00:12Z");
    }

    @Test
    void followsAMastodonAccount() throws IOException {
        List<Article> articles = articles(feed("mastodon"));

        assertThat(articles).hasSize(2);
        assertThat(articles.get(0).title()).startsWith("Heute Abend lesen wir vor: „Der Wal im Hafen“.");
        assertThat(articles.get(0).image())
                .contains(URI.create("https://files.social.example/media_attachments/files/115/original/wal.jpeg"));
        assertThat(articles.get(1).title()).isEqualTo("Wir haben geschlossen.");
        assertThat(articles.get(1).summary()).isEmpty();
    }

    @Test
    void followsARedditListing() throws IOException {
        List<Article> articles = articles(feed("reddit"));

        assertThat(articles)
                .extracting(Article::title)
                .containsExactly("My lens, polished", "I moved into a lighthouse");
        assertThat(articles.get(0).summary()).isEmpty();
        assertThat(articles.get(0).image())
                .contains(URI.create("https://preview.redd.it/lens.jpg?width=640&crop=smart&auto=webp&s=0123"));
        assertThat(articles.get(1).summary()).isEqualTo("I moved in last week. Ask me anything about the stairs.");
    }

    @Test
    void followsTheReleasesOfAGitHubRepository() throws IOException {
        List<Article> articles = articles(feed("github-releases"));

        assertThat(articles.get(0).title()).isEqualTo("2.4.0: harmonic constituents for the North Sea");
        assertThat(articles.get(0).language()).isEqualTo(Locale.ENGLISH);
        assertThat(articles.get(0).summary()).contains("Tables are computed twice as fast.");
        assertThat(articles.get(0).image())
                .as("an avatar is no picture of the release")
                .isEmpty();
        assertThat(articles.get(1).published()).isEqualTo("2026-11-10T08:00:00Z");
    }

    @Test
    void followsAPodcast() throws IOException {
        FeedDocument feed = feed("podcast");
        List<Article> articles = articles(feed);

        assertThat(feed.entries().get(0).extras().duration()).contains(Duration.ofSeconds(3750));
        assertThat(feed.entries().get(1).extras().duration()).contains(Duration.ofSeconds(2705));
        assertThat(articles.get(0).title()).isEqualTo("Folge 42: Die letzte Fähre");
        assertThat(articles.get(0).image()).contains(URI.create("https://ebbeundflut.example/42.jpg"));
        assertThat(articles.get(0).summary()).startsWith("Kurz vor Mitternacht legt sie zum letzten Mal ab.");
    }

    @Test
    void followsASearchOfGoogleNews() throws IOException {
        FeedDocument feed = feed("google-news");
        List<Article> articles = articles(feed);

        assertThat(feed.entries().get(0).extras().origin())
                .contains(new FeedEntry.Origin("Küstenblatt", Optional.of("https://kuestenblatt.example")));
        assertThat(articles)
                .extracting(Article::title)
                .containsExactly(
                        "Die Fähre nach Norderhafen fährt wieder",
                        "Reederei: „Wir sind bereit“ - und die Kundschaft auch");
        assertThat(articles.get(0).url()).hasToString("https://kuestenblatt.example/wirtschaft/faehre-2026-11-23");
        assertThat(articles.get(0).source()).isEqualTo("Küstenblatt");
        assertThat(articles).extracting(Article::summary).containsOnly("");
    }

    private static FeedDocument feed(String dialect) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/feeds", dialect + ".xml"));
        ParseResult result =
                new FeedParser().parse(bytes, Optional.empty(), URI.create("https://feeds.example/" + dialect));
        FeedDocument document = ((ParseResult.Parsed) result).document();
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    private static List<Article> articles(FeedDocument feed) {
        return new ArticleReader(CLOCK)
                .read(URI.create("https://feeds.example/feed"), feed).stream()
                        .map(FoundArticle::article)
                        .toList();
    }
}

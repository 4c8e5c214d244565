package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.rss;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedState.Patience;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FeedStore.Visit;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.net.Validators;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes an article the same article, whatever the database. */
abstract class ArticleStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final String SITE = "https://www.kuestenblatt.de";
    private static final String ALL = SITE + "/feed.xml";
    private static final String CITY = SITE + "/stadt/feed.xml";
    private static final String OTHER = "https://wattwerk.example/feed.xml";
    private static final String TITLE = "Der Hafen bekommt eine Mauer";
    private static final String PAGE = SITE + "/stadt/hafen-mauer-4711.html";
    private static final String GUID = "kuestenblatt-article-4711";
    private static final String MORNING = "Mon, 23 Nov 2026 05:00:00 GMT";

    @TempDir
    Path folder;

    private Database database;
    private ArticleStore articles;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        articles = new ArticleStore(database);
    }

    @AfterEach
    void close() {
        done(database);
    }

    @ParameterizedTest
    @CsvSource({
        PAGE + ", another-guid-altogether",
        PAGE + "?utm_source=rss&amp;utm_medium=feed, " + GUID,
        PAGE + "?ref=rss, new-guid-of-another-kind",
        "http://kuestenblatt.de/stadt/hafen-mauer-4711.html, " + GUID,
        "https://m.kuestenblatt.de/stadt/hafen-mauer-4711.html#comments, x",
        SITE + "/stadt/hafen-mauer-4711.amp.html, x",
        SITE + "/2026/11/a-wholly-new-address, " + GUID,
        SITE + "/wirtschaft/hafen-mauer-4711.html, x",
    })
    void staysOneArticleWhenItsLinkOrGuidChanges(String link, String guid) {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, ""));

        collect(ALL, LATER, entry(TITLE, link, guid, ""));

        assertThat(stored(ALL)).singleElement().satisfies(article -> {
            assertThat(article.firstSeen()).isEqualTo(NOW);
            assertThat(article.url()).hasToString(PAGE);
        });
    }

    @Test
    void isKnownByEveryNameThatItEverHad() {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, ""));
        collect(ALL, LATER, entry(TITLE, SITE + "/neu/adresse", GUID, ""));

        collect(ALL, LATER, entry("Ganz anders", SITE + "/neu/adresse", "another-guid", ""));

        assertThat(stored(ALL)).hasSize(1);
    }

    @Test
    void staysOneArticleInTwoFeedsOfOnePublisher() {
        collect(ALL, NOW, entry(TITLE, SITE + "/alles/hafen-mauer-4711.html", "4711", ""));
        collect(CITY, NOW, entry(TITLE, PAGE, "17", ""));

        StoredArticle found = articles.find(URI.create(PAGE)).orElseThrow();

        assertThat(found.feeds()).containsExactly(URI.create(ALL), URI.create(CITY));
        assertThat(stored(CITY))
                .extracting(Article::id)
                .containsExactly(stored(ALL).get(0).id());
    }

    @Test
    void keepsArticlesOfTwoPublishersApart() {
        collect(ALL, NOW, entry(TITLE, PAGE, "https-is-no-guid", ""));
        collect(OTHER, NOW, entry(TITLE, "https://wattwerk.example/hafen-mauer-4711.html", "https-is-no-guid", ""));

        assertThat(stored(OTHER))
                .extracting(Article::id)
                .doesNotContain(stored(ALL).get(0).id());
    }

    @Test
    void collapsesNoFeedWithOneGuidOrOneLinkForAll() {
        collect(
                ALL,
                NOW,
                entry("Eins", SITE + "/1", "always-the-same", ""),
                entry("Zwei", SITE + "/2", "always-the-same", ""));
        collect(OTHER, NOW, entry("Drei", SITE, "guid-of-drei", ""), entry("Vier", SITE, "guid-of-vier", ""));
        collect(OTHER, LATER, entry("Fünf", SITE, "guid-of-fuenf", ""));

        assertThat(stored(ALL)).hasSize(2);
        assertThat(stored(OTHER)).hasSize(3);
    }

    @Test
    void keepsRecurringTitlesApart() {
        collect(ALL, NOW, entry("Das Wetter am Wochenende", SITE + "/2026/11/22/wochenend-wetter.html", "a1", ""));
        collect(
                ALL,
                LATER,
                entry("Das Wetter am Wochenende", SITE + "/2026/11/23/wochenend-wetter.html", "a2", ""),
                entry("Wetter", SITE + "/nord", "a3", ""),
                entry("Wetter", SITE + "/sued", "a4", ""));

        assertThat(stored(ALL)).hasSize(4);
    }

    @Test
    void neverMergesTwoEntriesOfOneDocument() {
        collect(ALL, NOW, entry(TITLE, SITE + "/sport/hafen-mauer-4711.html", "guid-number-one", ""));
        collect(
                ALL,
                LATER,
                entry(TITLE, SITE + "/stadt/hafen-mauer-4711.html", "guid-number-two", ""),
                entry(TITLE, SITE + "/sport/hafen-mauer-4711.html", "guid-number-one", ""));

        assertThat(stored(ALL)).hasSize(2);
    }

    @Test
    void keepsACorrectedArticleAsAnUpdate() {
        collect(ALL, NOW, entry("Der Hafn bekommt eine Mauer", PAGE, GUID, "Der Bau kostet viel."));

        Saved saved = collect(ALL, LATER, entry(TITLE, PAGE, GUID, "Der Bau kostet drei Millionen."));

        StoredArticle found = articles.find(URI.create(PAGE)).orElseThrow();
        assertThat(saved).isEqualTo(new Saved(0, 1));
        assertThat(found.article().title()).isEqualTo(TITLE);
        assertThat(found.article().summary()).isEqualTo("Der Bau kostet drei Millionen.");
        assertThat(found.article().published()).isEqualTo("2026-11-23T05:00:00Z");
        assertThat(found.updated()).contains(LATER);
        assertThat(found.revisions())
                .containsExactly(
                        new StoredArticle.Revision(LATER, "Der Hafn bekommt eine Mauer", "Der Bau kostet viel."));
    }

    @Test
    void takesNoCorrectionFromAnotherSitesFeed() {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, "Der Bau kostet viel."));

        for (int i = 1; i <= 3; i++) {
            assertThat(collect(OTHER, NOW.plusSeconds(i), entry("Gelesen: Mauer", PAGE, "p1", "Ein Fund."))
                            .updated())
                    .isZero();
            assertThat(collect(ALL, NOW.plusSeconds(i), entry(TITLE, PAGE, GUID, "Der Bau kostet viel."))
                            .updated())
                    .isZero();
        }
    }

    @Test
    void doesNotSwingBetweenTwoTitles() {
        collect(ALL, NOW, entry("Mauer im Hafen", PAGE, GUID, ""));
        collect(ALL, NOW.plusSeconds(1), entry("Hafen mit Mauer", PAGE, GUID, ""));
        collect(ALL, NOW.plusSeconds(2), entry("Mauer im Hafen", PAGE, GUID, ""));

        StoredArticle found = articles.find(URI.create(PAGE)).orElseThrow();
        assertThat(found.article().title()).isEqualTo("Hafen mit Mauer");
        assertThat(found.revisions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 23 Nov 2026 06:30:00 GMT", "", "Fri, 13 Nov 2099 06:00:00 GMT"})
    void changesNothingWhenOnlyTheDateIsBumped(String date) {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, "Der Bau kostet viel."));
        List<Article> before = stored(ALL);

        Saved saved = collect(
                ALL, LATER, entry(TITLE, PAGE, GUID, "Der Bau kostet viel.").replace(MORNING, date));

        assertThat(saved).isEqualTo(new Saved(0, 0));
        assertThat(stored(ALL)).isEqualTo(before);
    }

    @Test
    void findsAnArticleByItsLinkHoweverDecorated() {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, ""));

        StoredArticle found =
                articles.find(URI.create(PAGE + "?utm_source=mail")).orElseThrow();

        assertThat(found.article().title()).isEqualTo(TITLE);
        assertThat(found.names()).contains(CanonicalUrl.of(URI.create(PAGE)), "guid:kuestenblatt.de " + GUID);
        assertThat(found.updated()).isEmpty();
        assertThat(found.revisions()).isEmpty();
        assertThat(articles.find(URI.create(SITE + "/unknown"))).isEmpty();
    }

    @Test
    void keepsPublisherAndLength() {
        String text = "<content:encoded>" + "Der Hafen bekommt eine Mauer. ".repeat(100) + "</content:encoded>";
        String item = entry(TITLE, PAGE, GUID, "Kurz gesagt.").replace("</item>", text + "</item>");

        collect(ALL, NOW, item.replace("</item>", "<source url='https://wattwerk.example'>Wattwerk</source></item>"));

        assertThat(stored(ALL)).singleElement().satisfies(article -> {
            assertThat(article.words()).isEqualTo(500);
            assertThat(article.source()).isEqualTo("Wattwerk");
            assertThat(article.publisher()).contains("Wattwerk");
        });
    }

    @Test
    void storesTheNewestOfAFeedWithoutEnd() {
        String[] items = new String[Newest.MOST + 1_000];
        Arrays.setAll(items, i -> entry("Nachricht " + i, SITE + "/n/" + i, "guid-number-" + i, ""));

        assertThat(collect(ALL, NOW, items).added()).isEqualTo(Newest.MOST);
        assertThat(collect(ALL, LATER, items)).isEqualTo(new Saved(0, 0));
    }

    @Test
    void keepsTheSummaryOfTheArticlesOwnPageWhateverTheFeedSaysLater() {
        collect(ALL, NOW, entry(TITLE, PAGE, GUID, "Der Anriss des Feeds."));
        database.change(handle ->
                handle.execute("update article set full_text = 'Ganzer Text', summary = 'Der Vorspann der Seite.'"));

        collect(ALL, LATER, entry("Neuer Titel", PAGE, GUID, "Ein anderer Anriss."));

        assertThat(stored(ALL)).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("Neuer Titel");
            assertThat(article.summary()).isEqualTo("Der Vorspann der Seite.");
        });
    }

    private static String entry(String title, String link, String guid, String summary) {
        return "<item><title>%s</title><link>%s</link><guid isPermaLink='false'>%s</guid><pubDate>%s</pubDate>"
                        .formatted(title, link, guid, MORNING)
                + "<description>" + summary + "</description></item>";
    }

    private List<Article> stored(String feed) {
        Instant end = Instant.parse("2100-01-01T00:00:00Z");
        return articles.uncarried(
                "morning",
                List.of(URI.create(feed)),
                new Recent(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, end, end));
    }

    private Saved collect(String feed, Instant at, String... items) {
        URI url = URI.create(feed);
        ParseResult parsed = new FeedParser().parse(rss(items), Optional.empty(), url);
        FetchOutcome.New found = new FetchOutcome.New(
                ((ParseResult.Parsed) parsed).document(),
                new Validators(Optional.of("e"), Optional.empty()),
                Optional.empty());
        List<FoundArticle> read = new ArticleReader(Clock.fixed(at, ZoneOffset.UTC)).read(url, found.document());
        return database.write(handle -> {
            new FeedStore(database).read(handle, url, found, Optional.empty(), new Visit(at, Patience.NONE));
            return articles.save(handle, url, read);
        });
    }
}

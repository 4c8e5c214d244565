package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.config.Newsletters.newsletter;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.FoundArticle;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Window;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned of a language, whatever the database. */
abstract class BackgroundContract {
    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final URI FEED = URI.create("https://a.example/feed");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Database database;
    private BackgroundStore store;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        store = new BackgroundStore(database, new ArticleStore(database), new Analyzers(), clock);
    }

    @AfterEach
    void close() {
        done(database);
    }

    private void collect(String prefix, int count, String title) {
        List<FoundArticle> found = IntStream.range(0, count)
                .mapToObj(i -> new FoundArticle(List.of(prefix + i), article(prefix + i, title, clock.instant())))
                .toList();
        save(found);
    }

    private void save(List<FoundArticle> found) {
        database.change(handle -> {
            handle.createUpdate("insert into feed (url, checked_at) values (:url, 0) on conflict do nothing")
                    .bind("url", FEED.toString())
                    .execute();
            new ArticleStore(database).save(handle, FEED, found);
        });
    }

    private static Article article(String id, String title, Instant seen) {
        return new Article(
                id,
                URI.create("https://a.example/" + id),
                title,
                "",
                Optional.empty(),
                FINNISH,
                List.of(),
                seen,
                true,
                seen,
                FEED,
                "A",
                Optional.empty(),
                0,
                "");
    }

    private double count(String word) {
        return store.of(FINNISH).words().of(Feature.of(word, 0, word.length()));
    }

    @Test
    void learnsEachArticleOnce() {
        collect("a", 3, "Satama suljettu");
        store.learn(List.of());
        store.learn(List.of());
        clock.advance(Duration.ofMinutes(1));
        collect("b", 2, "Satama auki");
        store.learn(List.of());

        assertThat(count("satama")).isEqualTo(5);
        assertThat(count("auki")).isEqualTo(2);
        assertThat(store.of(FINNISH).articles()).isEqualTo(5);
    }

    @Test
    void letsWhatWasLearnedCountHalfAfterSixtyDays() {
        collect("a", 10, "Satama suljettu");
        store.learn(List.of());
        clock.advance(Duration.ofDays(60));
        collect("b", 1, "Satama auki");
        store.learn(List.of());

        assertThat(count("suljettu")).isEqualTo(5);
        assertThat(count("satama")).isEqualTo(6);
    }

    @Test
    void knowsGermanAndEnglishBeforeItHasReadAnything() {
        assertThat(store.of(Locale.GERMAN).articles()).isGreaterThan(10_000);
        assertThat(store.of(Locale.ENGLISH).articles()).isGreaterThan(3_000);
        assertThat(store.of(FINNISH).articles()).isZero();
    }

    @Test
    void staysSmallHoweverMuchIsRead() {
        collect("a", 500, "Satama suljettu");
        store.learn(List.of());

        assertThat(store.of(FINNISH).bytes()).hasSizeLessThan(10_000);
        assertThat(store.of(Locale.GERMAN).bytes()).hasSizeLessThan(200_000);
    }

    @Test
    void learnsWhatTellsNoLanguageInThatOfItsNewsletter() {
        double before = store.of(Locale.GERMAN).articles();
        save(List.of(new FoundArticle(
                List.of("a"), article("a", "Satama auki", clock.instant()).in(Locale.ROOT))));
        store.learn(List.of(newsletter(new Window.SinceLastEdition(), 6, List.of(Feed.of(FEED)), List.of())));

        assertThat(store.of(Locale.GERMAN).articles()).isEqualTo(before + 1);
    }
}

package org.broadsheet.edition;

import static org.broadsheet.config.Newsletters.feed;
import static org.broadsheet.config.Newsletters.newsletter;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.Collecting;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Window;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.net.Validators;
import org.broadsheet.store.Database;
import org.broadsheet.story.Background;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.SimilarStories;
import org.broadsheet.topic.Analyzers;
import org.broadsheet.topic.LearnedTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Collects feeds and makes editions of them, whatever the database. */
abstract class EditionMakerFixture {
    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    static final String ONE = "https://kuestenblatt.example/feed.xml";
    static final String TWO = "https://wattwerk.example/feed.xml";
    static final Window SINCE = new Window.SinceLastEdition();

    @TempDir
    Path folder;

    Database database;
    EditionStore editions;
    EditionMaker maker;
    RoundUpMaker roundUps;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        editions = new EditionStore(database);
        EditionMaker.Parts parts = new EditionMaker.Parts(
                new ArticleStore(database),
                new FeedStore(database),
                editions,
                new LearnedTopics(),
                new SimilarStories(language -> Background.empty(), new Analyzers()),
                new InFocus(language -> Background.empty(), new Analyzers()));
        maker = new EditionMaker(
                parts, language -> "Weiteres", () -> UUID.randomUUID().toString());
        roundUps = new RoundUpMaker(
                parts, language -> "Weiteres", () -> UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        done(database);
    }

    static Newsletter limited(int storiesPerTopic) {
        return newsletter(SINCE, storiesPerTopic, List.of(feed(ONE)), List.of());
    }

    static Newsletter windowed(Duration window) {
        return newsletter(new Window.Last(window), 6, List.of(feed(ONE)), List.of());
    }

    static String story(String title, int hoursAgo) {
        return item(title, "/" + title.replace(' ', '-'), rfc822(NOW.minus(Duration.ofHours(hoursAgo))), "");
    }

    static String again(String title, String path, Instant collected) {
        return item(title, path, rfc822(collected.minus(Duration.ofHours(2))), "");
    }

    static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    static List<String> headlines(Edition edition) {
        return edition.stories().map(story -> story.lead().title()).toList();
    }

    Edition make(Newsletter newsletter, Instant at) {
        return maker.preview(newsletter, at).edition();
    }

    StoredEdition keep(Edition edition) {
        return editions.keep(edition, Variants.of(new RenderedEdition("Betreff", "<p>x</p>", "x")), "<p>alles</p>");
    }

    Collecting.Collected collect(String feed, Instant at, String... items) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        URI url = URI.create(feed);
        ParseResult parsed = new FeedParser().parse(rss(items), Optional.empty(), url);
        FetchOutcome found = new FetchOutcome.New(
                ((ParseResult.Parsed) parsed).document(),
                new Validators(Optional.of("e"), Optional.empty()),
                Optional.empty());
        return new Collecting(
                        database,
                        new Collecting.Stores(new FeedStore(database), new ArticleStore(database)),
                        new ArticleReader(clock),
                        new FeedManners(clock, new Random(1)),
                        clock)
                .store(url, found);
    }
}

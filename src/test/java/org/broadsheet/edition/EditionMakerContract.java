package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.config.Newsletters.feed;
import static org.broadsheet.config.Newsletters.newsletter;
import static org.broadsheet.config.Newsletters.topic;
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
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Window;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.net.Validators;
import org.broadsheet.store.Database;
import org.broadsheet.story.SimilarStories;
import org.broadsheet.topic.KeywordTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edition holds and never holds, whatever the database. */
abstract class EditionMakerContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final String ONE = "https://kuestenblatt.example/feed.xml";
    private static final String TWO = "https://wattwerk.example/feed.xml";
    private static final Window SINCE = new Window.SinceLastEdition();

    @TempDir
    Path folder;

    private Database database;
    private EditionStore editions;
    private EditionMaker maker;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        editions = new EditionStore(database);
        maker = new EditionMaker(
                new EditionMaker.Parts(
                        new ArticleStore(database),
                        new FeedStore(database),
                        editions,
                        new KeywordTopics(),
                        new SimilarStories()),
                language -> "Weiteres",
                () -> UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        done(database);
    }

    @Test
    void sortsStoriesIntoTopicsInTheirOrderAndTheRestIntoMore() {
        Newsletter newsletter = newsletter(
                SINCE,
                6,
                List.of(feed(ONE)),
                List.of(topic("city", List.of("Hafen")), topic("energy", List.of("Wind"))));
        collect(ONE, NOW, story("Wind für alle", 1), story("Neues vom Hafen", 2), story("Anderes", 3));

        Edition edition = make(newsletter, NOW);

        assertThat(edition.sections()).extracting(Section::topic).containsExactly("city", "energy", "more");
        assertThat(edition.sections()).extracting(Section::title).last().isEqualTo("Weiteres");
    }

    @Test
    void putsTheNewestFirstAndKeepsTheLimit() {
        collect(ONE, NOW, story("Drei", 3), story("Eins", 1), story("Zwei", 2));

        assertThat(headlines(make(limited(2), NOW))).containsExactly("Eins", "Zwei");
        assertThat(headlines(make(limited(0), NOW))).containsExactly("Eins", "Zwei", "Drei");
    }

    @Test
    void holdsOnlyWhatTheWindowAllows() {
        collect(ONE, NOW, story("Heute", 5), story("Gestern", 30));

        assertThat(headlines(make(windowed(Duration.ofDays(1)), NOW))).containsExactly("Heute");
        assertThat(headlines(make(windowed(Duration.ofDays(2)), NOW))).containsExactly("Heute", "Gestern");
    }

    @Test
    void tellsInTheFirstEditionWhateverTheFeedsHold() {
        collect(ONE, NOW, story("Alt", 24 * 400));

        assertThat(headlines(make(limited(6), NOW))).containsExactly("Alt");
    }

    @Test
    void neverCarriesAnArticleThatAnEarlierEditionCarried() {
        collect(ONE, NOW, story("Eins", 1));
        keep(make(limited(6), NOW));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        collect(ONE, tomorrow, story("Eins", 1), item("Zwei", "/Zwei", rfc822(tomorrow.minusSeconds(60)), ""));

        assertThat(headlines(make(limited(6), tomorrow))).containsExactly("Zwei");
        assertThat(headlines(make(windowed(Duration.ofDays(9)), tomorrow))).containsExactly("Zwei");
    }

    @Test
    void repeatsNothingInAnEditionMadeForAnEarlierTime() {
        collect(ONE, NOW, story("Eins", 5));
        keep(make(limited(6), NOW));
        Instant earlier = NOW.minus(Duration.ofHours(2));

        assertThat(headlines(maker.make(limited(6), earlier, earlier).edition()))
                .isEmpty();
        assertThat(headlines(maker.preview(limited(6), earlier).edition())).containsExactly("Eins");
    }

    @Test
    void carriesWhatCameToLightLateButNotTheBacklogOfANewFeed() {
        keep(make(limited(6), NOW));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        collect(ONE, tomorrow, story("Verspätet", 3), story("Archiv", 24 * 30));

        assertThat(headlines(make(limited(6), tomorrow))).containsExactly("Verspätet");
    }

    @Test
    void leavesOutWhatWasPublishedAfterTheInstantThatIsAskedFor() {
        collect(ONE, NOW, story("Eins", 1), story("Fünf", 5));

        assertThat(headlines(make(limited(6), NOW.minus(Duration.ofHours(3))))).containsExactly("Fünf");
    }

    @Test
    void keepsAnUndatedArticleInAnEditionOfThePast() {
        collect(ONE, NOW, item("Ohne Datum", "/o", "", ""));

        assertThat(headlines(make(limited(6), NOW.minus(Duration.ofDays(3))))).containsExactly("Ohne Datum");
    }

    @Test
    void showsAnArticleOfTwoFeedsOnceAsThatOfTheFirst() {
        Newsletter newsletter = newsletter(
                SINCE,
                6,
                List.of(Feed.of(URI.create(TWO)).with(Optional.of("Wattwerk"), Optional.empty()), feed(ONE)),
                List.of());
        collect(ONE, NOW, story("Eins", 1));
        collect(TWO, NOW, story("Eins", 1));

        assertThat(make(newsletter, NOW).stories())
                .singleElement()
                .satisfies(story -> assertThat(story.lead().source()).isEqualTo("Wattwerk"));
    }

    @Test
    void namesASourceAsTheFeedDoesUnlessTheAdminDoes() {
        collect(ONE, NOW, story("Eins", 1));

        assertThat(make(limited(6), NOW)
                        .stories()
                        .findFirst()
                        .orElseThrow()
                        .lead()
                        .source())
                .isEqualTo("Küstenblatt");
    }

    @Test
    void changesNothingWhenTheSameFeedIsReadAgain() {
        collect(ONE, NOW, story("Eins", 1));
        List<Section> before = make(limited(6), NOW).sections();

        Collecting.Collected again = collect(ONE, NOW.plusSeconds(5), story("Eins", 1));

        assertThat(again.added()).isZero();
        assertThat(again.articles()).isOne();
        assertThat(make(limited(6), NOW).sections()).isEqualTo(before);
    }

    @Test
    void keepsOneEditionForEachDueTimeAndNeverChangesIt() {
        collect(ONE, NOW, story("Eins", 1));
        StoredEdition first = keep(make(limited(6), NOW));

        StoredEdition second = keep(make(limited(6), NOW));

        assertThat(second).isEqualTo(first);
        assertThat(editions.newest("morning", 10)).containsExactly(first);
    }

    @Test
    void writesEveryArticleOfAStoryIntoTheJson() {
        Newsletter newsletter = newsletter(SINCE, 6, List.of(feed(ONE), feed(TWO)), List.of());
        collect(ONE, NOW, story("Eins", 1));
        collect(TWO, NOW, "<item><title>Eins</title><link>https://wattwerk.example/1</link></item>");

        String json = new EditionJson().write(make(newsletter, NOW));

        assertThat(json)
                .contains("\"date\" : \"2026-11-23\"")
                .contains("\"url\" : \"https://kuestenblatt.example/Eins\"")
                .contains("\"url\" : \"https://wattwerk.example/1\"")
                .contains("\"image\" : null");
    }

    private static Newsletter limited(int storiesPerTopic) {
        return newsletter(SINCE, storiesPerTopic, List.of(feed(ONE)), List.of());
    }

    private static Newsletter windowed(Duration window) {
        return newsletter(new Window.Last(window), 6, List.of(feed(ONE)), List.of());
    }

    private static String story(String title, int hoursAgo) {
        return item(title, "/" + title.replace(' ', '-'), rfc822(NOW.minus(Duration.ofHours(hoursAgo))), "");
    }

    private static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static List<String> headlines(Edition edition) {
        return edition.stories().map(story -> story.lead().title()).toList();
    }

    private Edition make(Newsletter newsletter, Instant at) {
        return maker.preview(newsletter, at).edition();
    }

    private StoredEdition keep(Edition edition) {
        return editions.keep(edition, new RenderedEdition("Betreff", "<p>x</p>", "x"));
    }

    private Collecting.Collected collect(String feed, Instant at, String... items) {
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

package org.broadsheet.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.Collecting;
import org.broadsheet.article.FullTextStore;
import org.broadsheet.article.FullTexts;
import org.broadsheet.article.PageFetcher;
import org.broadsheet.article.PageReader;
import org.broadsheet.config.Installation;
import org.broadsheet.edition.EditionMaker;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Illustrator;
import org.broadsheet.edition.RoundUpMaker;
import org.broadsheet.edition.Templates;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.image.PictureFetcher;
import org.broadsheet.image.PictureStore;
import org.broadsheet.image.Pictures;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.store.Database;
import org.broadsheet.story.BackgroundStore;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.SimilarStories;
import org.broadsheet.topic.Analyzers;
import org.broadsheet.topic.LearnedTopics;

/** Builds what makes editions, from fetching feeds to rendering, in the order the data flows. */
final class Newsroom implements AutoCloseable {
    /** An edition at seven in the morning waits no longer for the pages of its articles. */
    private static final Duration LONGEST_FOR_TEXTS = Duration.ofSeconds(60);

    /** Nor for their pictures. */
    private static final Duration LONGEST_FOR_PICTURES = Duration.ofSeconds(60);

    private final Installation installation;
    private final Templates templates;
    private final Http http;
    private final FeedStore feeds;
    private final ArticleStore articles;
    private final FeedCollector feedCollector;
    private final Collector collector;
    private final LearnedTopics topics;
    private final EditionMaker maker;
    private final RoundUpMaker roundUps;
    private final Illustrator illustrator;
    private final EditionRenderer renderer;
    private final EditionStore editions;

    Newsroom(Installation installation, Templates templates, Database database, Clock clock) {
        this.installation = installation;
        this.templates = templates;
        this.http = new Http(limits(installation.fetch()));
        FeedFetcher fetcher =
                new FeedFetcher(http, installation.fetch().maxSize().bytes(), new FeedParser(), clock);

        this.feeds = new FeedStore(database);
        this.articles = new ArticleStore(database);
        FeedManners manners = new FeedManners(clock, new Random());
        Collecting collecting = new Collecting(
                database, new Collecting.Stores(feeds, articles), new ArticleReader(clock), manners, clock);
        this.feedCollector =
                new FeedCollector(fetcher, feeds, manners, installation.fetch().parallel());
        Robots robots = new Robots(http, installation.fetch().userAgent(), clock);
        PageFetcher pages = new PageFetcher(http, robots, new PageReader());
        FullTexts fullTexts = new FullTexts(
                pages, new FullTextStore(database), installation.fetch().parallel(), LONGEST_FOR_TEXTS, clock);

        Analyzers analyzers = new Analyzers();
        BackgroundStore backgrounds = new BackgroundStore(database, articles, analyzers, clock);
        this.collector = new Collector(feedCollector, collecting, fullTexts, backgrounds);
        this.topics = new LearnedTopics();
        this.editions = new EditionStore(database);
        EditionMaker.Parts parts = new EditionMaker.Parts(
                articles,
                feeds,
                editions,
                topics,
                new SimilarStories(backgrounds, analyzers),
                new InFocus(backgrounds, analyzers));
        this.maker = new EditionMaker(parts, this::titleOfMore, Newsroom::newId);
        this.roundUps = new RoundUpMaker(parts, this::titleOfMore, Newsroom::newId);

        Pictures pictures =
                new Pictures(new PictureFetcher(http, robots), new PictureStore(database), LONGEST_FOR_PICTURES, clock);
        this.illustrator = new Illustrator(
                pictures, installation.publisher().from().address().domain());
        this.renderer = renderer(templates);
    }

    static HttpLimits limits(Installation.Fetch fetch) {
        Set<String> allowed = fetch.allowHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new HttpLimits(
                fetch.userAgent(), fetch.timeout(), fetch.maxSize().bytes(), allowed);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private String titleOfMore(Locale language) {
        return templates.messages().in(language).text("more");
    }

    private EditionRenderer renderer(Templates some) {
        URI webUrl = installation.web().url();
        return new EditionRenderer(some, installation.publisher(), webUrl);
    }

    /** Renders with templates that tell which file each part came from. */
    EditionRenderer tracedRenderer() {
        return renderer(templates.traced());
    }

    FeedStore feeds() {
        return feeds;
    }

    ArticleStore articles() {
        return articles;
    }

    FeedCollector feedCollector() {
        return feedCollector;
    }

    Collector collector() {
        return collector;
    }

    LearnedTopics topics() {
        return topics;
    }

    EditionMaker maker() {
        return maker;
    }

    RoundUpMaker roundUps() {
        return roundUps;
    }

    Illustrator illustrator() {
        return illustrator;
    }

    EditionRenderer renderer() {
        return renderer;
    }

    EditionStore editions() {
        return editions;
    }

    @Override
    public void close() {
        http.close();
    }
}

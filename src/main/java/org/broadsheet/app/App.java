package org.broadsheet.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.Backoff;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.Collecting;
import org.broadsheet.article.FullTextStore;
import org.broadsheet.article.FullTexts;
import org.broadsheet.article.PageFetcher;
import org.broadsheet.article.PageReader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Secret;
import org.broadsheet.config.Topic;
import org.broadsheet.delivery.DeliveryParts;
import org.broadsheet.delivery.Dispatcher;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.delivery.Owner;
import org.broadsheet.delivery.SmtpRelay;
import org.broadsheet.edition.EditionMaker;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Illustrator;
import org.broadsheet.edition.Templates;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.image.PictureFetcher;
import org.broadsheet.image.PictureStore;
import org.broadsheet.image.Pictures;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.store.Database;
import org.broadsheet.story.BackgroundStore;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.SimilarStories;
import org.broadsheet.subscriber.CsvImport;
import org.broadsheet.subscriber.SigningKeyStore;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.subscriber.UnsubscribeLinks;
import org.broadsheet.topic.Analyzers;
import org.broadsheet.topic.LearnedTopics;
import org.broadsheet.topic.Suggestion;
import org.broadsheet.web.ArchivePages;
import org.broadsheet.web.PageTemplates;
import org.broadsheet.web.Pages;
import org.broadsheet.web.UnsubscribePages;
import org.broadsheet.web.WebServer;

/**
 * The composition root: every object of the program is built here, in the order the data flows, and closed in reverse.
 *
 * <p>Opening it opens the database; nothing is fetched or sent before somebody asks.
 */
public final class App implements AutoCloseable {
    /** An edition at seven in the morning waits no longer for the pages of its articles. */
    private static final Duration LONGEST_FOR_TEXTS = Duration.ofSeconds(60);

    /** Nor for their pictures. */
    private static final Duration LONGEST_FOR_PICTURES = Duration.ofSeconds(60);

    private final Configuration configuration;
    private final Clock clock;
    private final Database database;
    private final Http http;
    private final FeedStore feeds;
    private final ArticleStore articles;
    private final FeedCollector feedCollector;
    private final Templates templates;
    private final EditionRenderer renderer;
    private final EditionStore editions;
    private final LearnedTopics topics;
    private final EditionMaker maker;
    private final SubscriberStore subscribers;
    private final UnsubscribeLinks links;
    private final MessageComposer composer;
    private final LedgerStore ledger;
    private final SmtpRelay relay;
    private final Dispatcher dispatcher;
    private final Pipeline pipeline;

    /** Builds everything for a configuration that was found sound. */
    public App(Layout layout, Configuration configuration, Clock clock) {
        this(layout.newTemplates(), configuration, clock);
    }

    /** Builds everything for a configuration that was found sound, with those templates. */
    App(Templates templates, Configuration configuration, Clock clock) {
        Installation installation = configuration.installation();
        this.configuration = configuration;
        this.clock = clock;
        this.database = open(installation.database());
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

        URI webUrl = installation.web().url();
        this.templates = templates;
        this.renderer = new EditionRenderer(templates, installation.publisher(), webUrl);
        this.editions = new EditionStore(database);
        Analyzers analyzers = new Analyzers();
        this.topics = new LearnedTopics();
        BackgroundStore backgrounds = new BackgroundStore(database, articles, analyzers, clock);
        Collector collector = new Collector(feedCollector, collecting, fullTexts, backgrounds);
        this.maker = new EditionMaker(
                new EditionMaker.Parts(
                        articles,
                        feeds,
                        editions,
                        topics,
                        new SimilarStories(backgrounds, analyzers),
                        new InFocus(backgrounds, analyzers)),
                this::titleOfMore,
                App::newId);

        Pictures pictures =
                new Pictures(new PictureFetcher(http, robots), new PictureStore(database), LONGEST_FOR_PICTURES, clock);
        Illustrator illustrator = new Illustrator(
                pictures, installation.publisher().from().address().domain());

        this.subscribers = new SubscriberStore(database, App::newId, clock);
        Secret secret = installation.web().secret();
        SigningKeyStore keys = new SigningKeyStore(database, new SecureRandom());
        this.links = new UnsubscribeLinks(() -> keys.key(secret), webUrl);
        this.composer = new MessageComposer(installation.publisher(), links, clock);

        this.ledger = new LedgerStore(database, clock);
        this.relay = new SmtpRelay(installation.smtp(), composer.sender());
        Installation.Retry retry = installation.retry();
        Backoff backoff = new Backoff(retry.first(), retry.longest(), new Random());
        this.dispatcher = new Dispatcher(
                new DeliveryParts(ledger, composer, relay, backoff),
                installation.smtp().connections(),
                Owner.ofThisProcess(),
                clock);

        this.pipeline = new Pipeline(
                new Pipeline.Stages(collector, maker, illustrator, renderer, editions, subscribers, ledger, dispatcher),
                retry.expires(),
                clock);
    }

    private static Database open(Installation.Database settings) {
        return Database.open(
                settings.url().jdbc(),
                settings.username().orElse(""),
                settings.password().map(Secret::value).orElse(""));
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

    /** The whole product: collect, publish, deliver. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Writes previews. */
    public PreviewFiles previewFiles() {
        return new PreviewFiles(composer, links);
    }

    /** Mails one edition to one address, past the ledger. */
    public TestMail testMail() {
        return new TestMail(composer, relay);
    }

    /**
     * Starts serving the pages for readers, and others beside them.
     *
     * @throws org.broadsheet.Failure when the address is taken
     */
    public WebServer serve(ListenAddress listen, Pages... others) {
        PageTemplates pageTemplates = new PageTemplates(templates);
        PublicPages readers = new PublicPages(configuration, editions, subscribers, links);
        List<Pages> pages = new ArrayList<>(List.of(
                new UnsubscribePages(readers, pageTemplates),
                new ArchivePages(
                        readers, pageTemplates, configuration.installation().web())));
        pages.addAll(List.of(others));
        return new WebServer(listen, pageTemplates, pages, clock);
    }

    /** Makes pages from the templates. */
    public PageTemplates pageTemplates() {
        return new PageTemplates(templates);
    }

    /** Looks for what would go wrong. */
    public Checks checks() {
        Installation installation = configuration.installation();
        EditionRenderer traced = new EditionRenderer(
                templates.traced(), installation.publisher(), installation.web().url());
        return new Checks(configuration, new TemplateChecks(configuration, renderer, traced), feedCollector, relay);
    }

    /** Adds the addresses of files. */
    public CsvImport csvImport() {
        return new CsvImport(subscribers);
    }

    /** How the feeds stand. */
    public FeedStore feeds() {
        return feeds;
    }

    /** Tells why an article is in an edition, or is not. */
    public Explainer explainer() {
        return new Explainer(configuration, new Explainer.Stores(feeds, articles, editions), maker);
    }

    /** Proposes keywords for a topic of a newsletter, the best first. */
    public List<Suggestion> suggestions(Newsletter newsletter, Topic topic) {
        return topics.suggest(newsletter, topic, maker.known(newsletter, clock.instant()));
    }

    /** The topics of a newsletter: its own, or the built-in ones. */
    public List<Topic> topicsOf(Newsletter newsletter) {
        return topics.topicsOf(newsletter);
    }

    public SubscriberStore subscribers() {
        return subscribers;
    }

    public EditionStore editions() {
        return editions;
    }

    public LedgerStore ledger() {
        return ledger;
    }

    /** The database's file or server, for messages. */
    public String databaseName() {
        return database.name();
    }

    /** Lets the mails in flight finish and begins no other; returns at once. */
    public void stopDelivering() {
        dispatcher.stop();
    }

    @Override
    public void close() {
        dispatcher.stop();
        http.close();
        database.close();
    }
}

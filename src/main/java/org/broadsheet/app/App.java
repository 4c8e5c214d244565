package org.broadsheet.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.Lazy;
import org.broadsheet.bounce.ReturnMailbox;
import org.broadsheet.bounce.ReturnWatch;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Secret;
import org.broadsheet.config.Topic;
import org.broadsheet.delivery.DeliveryWatch;
import org.broadsheet.delivery.EditionPauseStore;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Templates;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.net.DnsTxtRecords;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.AdminStore;
import org.broadsheet.subscriber.CsvImport;
import org.broadsheet.subscriber.ListStore;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.topic.Suggestion;
import org.broadsheet.web.ArchivePages;
import org.broadsheet.web.HealthPages;
import org.broadsheet.web.Metrics;
import org.broadsheet.web.PageTemplates;
import org.broadsheet.web.Pages;
import org.broadsheet.web.PreferencePages;
import org.broadsheet.web.SignUpPages;
import org.broadsheet.web.UnsubscribePages;
import org.broadsheet.web.WebServer;

/**
 * The composition root: every object of the program is built here, in the order the data flows, and closed in reverse.
 *
 * <p>Opening it opens the database; nothing is fetched or sent before somebody asks.
 */
public final class App implements AutoCloseable {
    private final Configuration configuration;
    private final Templates templates;
    private final Clock clock;
    private final Database database;
    private final Newsroom newsroom;
    private final Readership readership;
    private final ReturnDesk returns;
    private final Mailroom mailroom;
    private final ServiceMails serviceMails;
    private final Pipeline pipeline;
    private final AdminRoom adminRoom;

    /** Builds everything for a configuration that was found sound. */
    public App(Layout layout, Configuration configuration, Clock clock) {
        this(layout.newTemplates(), configuration, clock);
    }

    /** Builds everything for a configuration that was found sound, with those templates. */
    App(Templates templates, Configuration configuration, Clock clock) {
        Installation installation = configuration.installation();
        this.configuration = configuration;
        this.templates = templates;
        this.clock = clock;
        this.database = open(installation.database());
        this.newsroom = new Newsroom(installation, templates, database, clock);
        this.readership = new Readership(installation, database, clock);
        this.returns = new ReturnDesk(installation, database, readership, clock);
        Lazy<Metrics> metrics = new Lazy<>(this::newMetrics);
        Web web = installation.web();
        boolean measured = web.admin().isPresent() || web.metrics().isPresent();
        this.mailroom = new Mailroom(
                installation,
                new Mailroom.Rooms(database, readership, returns),
                measured ? new MeasuredDeliveries(metrics) : DeliveryWatch.NONE,
                clock);
        this.serviceMails = new ServiceMails(
                readership,
                new NoticeWriter(configuration, readership, templates),
                mailroom.notices(),
                mailroom.relay());
        this.pipeline = new Pipeline(
                new Pipeline.Stages(
                        newsroom.collector(),
                        newsroom.maker(),
                        newsroom.roundUps(),
                        newsroom.illustrator(),
                        newsroom.renderer(),
                        newsroom.editions(),
                        readership.subscribers(),
                        readership.chosen(),
                        mailroom.fanOut(),
                        mailroom.ledger(),
                        mailroom.dispatcher()),
                installation.retry().expires());
        this.adminRoom = new AdminRoom(
                configuration,
                templates,
                new AdminRoom.Rooms(database, newsroom, readership, mailroom, metrics),
                pipeline,
                clock);
    }

    private Metrics newMetrics() {
        return new Metrics(adminRoom::overview);
    }

    private static Database open(Installation.Database settings) {
        return Database.open(
                settings.url().jdbc(),
                settings.username().orElse(""),
                settings.password().map(Secret::value).orElse(""));
    }

    /** The whole product: collect, publish, deliver. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Writes previews. */
    public PreviewFiles previewFiles() {
        return mailroom.previewFiles();
    }

    /** Mails one edition to one address, past the ledger. */
    public TestMail testMail() {
        return mailroom.testMail();
    }

    /**
     * Starts serving the pages for readers, and others beside them, and sending the mails that those pages promise.
     *
     * @throws org.broadsheet.Failure when the address is taken
     */
    public WebServer serve(Pages... others) {
        PageTemplates pageTemplates = new PageTemplates(templates);
        Web web = configuration.installation().web();
        PublicPages readers = new PublicPages(configuration, newsroom.editions(), readership);
        SignUpDesk signUps = new SignUpDesk(configuration, newsroom, readership, clock);
        List<Pages> pages = new ArrayList<>(List.of(
                new UnsubscribePages(readers, pageTemplates),
                new SignUpPages(signUps, pageTemplates, web.url().toString(), clock),
                new PreferencePages(new ReaderDesk(configuration, readership, this::topicsOf), pageTemplates, clock),
                new ArchivePages(readers, pageTemplates, web),
                new HealthPages(database::isReachable)));
        pages.addAll(adminRoom.pages());
        pages.addAll(List.of(others));
        WebServer server = new WebServer(web, pageTemplates, pages, clock);
        serviceMails.start();
        return server;
    }

    /**
     * Starts serving the figures for Prometheus on a port of their own, where one is configured.
     *
     * @throws org.broadsheet.Failure when it is taken
     */
    public Optional<WebServer> serveMetrics() {
        return adminRoom.serveMetrics();
    }

    /** The weekly report, where one is configured. */
    public Optional<Reports> reports() {
        return adminRoom.reports();
    }

    /** Makes pages from the templates. */
    public PageTemplates pageTemplates() {
        return new PageTemplates(templates);
    }

    /** Looks for what would go wrong. */
    public Checks checks() {
        TemplateChecks ofTemplates = new TemplateChecks(configuration, newsroom.renderer(), newsroom.tracedRenderer());
        DkimChecks dkim = new DkimChecks(
                configuration.installation().dkim(),
                mailroom.composer().sender().domain(),
                new DnsTxtRecords());
        return new Checks(configuration, ofTemplates, newsroom.feedCollector(), dkim, mailroom.relay());
    }

    /** Adds the addresses of files. */
    public CsvImport csvImport() {
        return new CsvImport(readership.subscribers());
    }

    /** Reads the mailbox that mails come back to; empty when none is configured. */
    public Optional<ReturnWatch> returnWatch() {
        return configuration
                .installation()
                .bounces()
                .inbox()
                .map(inbox -> new ReturnWatch(new ReturnMailbox(inbox), returns.returns(), inbox.every(), clock));
    }

    /** Brings the subscribers in step with what the YAML of every newsletter lists. */
    public void keepInStep() {
        configuration.newsletters().forEach(readership.subscribers()::keepInStep);
    }

    /** Lists who gets what. */
    public ListStore subscriberList() {
        return readership.list();
    }

    /** What the admin alone does to subscribers. */
    public AdminStore subscriberAdmin() {
        return readership.admin();
    }

    /** Tells all that is known of an address. */
    public SubscriberHistory subscriberHistory() {
        return new SubscriberHistory(readership.histories(), mailroom.deliveries());
    }

    /** How the feeds stand. */
    public FeedStore feeds() {
        return newsroom.feeds();
    }

    /** Tells why an article is in an edition, or is not. */
    public Explainer explainer() {
        return new Explainer(
                configuration,
                new Explainer.Stores(newsroom.feeds(), newsroom.articles(), newsroom.editions()),
                newsroom.maker());
    }

    /** Proposes keywords for a topic of a newsletter, the best first. */
    public List<Suggestion> suggestions(Newsletter newsletter, Topic topic) {
        return newsroom.topics().suggest(newsletter, topic, newsroom.maker().known(newsletter, clock.instant()));
    }

    /** The topics of a newsletter: its own, or the built-in ones. */
    public List<Topic> topicsOf(Newsletter newsletter) {
        return newsroom.topics().topicsOf(newsletter);
    }

    public SubscriberStore subscribers() {
        return readership.subscribers();
    }

    public EditionStore editions() {
        return newsroom.editions();
    }

    /** Which editions wait for the admin. */
    public EditionPauseStore paused() {
        return mailroom.paused();
    }

    public LedgerStore ledger() {
        return mailroom.ledger();
    }

    /** The database's file or server, for messages. */
    public String databaseName() {
        return database.name();
    }

    /** Lets the mails in flight finish and begins no other; returns at once. */
    public void stopDelivering() {
        mailroom.dispatcher().stop();
    }

    @Override
    public void close() {
        mailroom.dispatcher().stop();
        serviceMails.close();
        newsroom.close();
        database.close();
    }
}

package org.broadsheet.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.Lazy;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.edition.EditionFiguresStore;
import org.broadsheet.edition.Templates;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.GrowthStore;
import org.broadsheet.web.AdminOverview;
import org.broadsheet.web.AdminPages;
import org.broadsheet.web.Metrics;
import org.broadsheet.web.MetricsPages;
import org.broadsheet.web.PageTemplates;
import org.broadsheet.web.Pages;
import org.broadsheet.web.WebServer;

/** Builds what the admin looks at: the page, the figures for Prometheus, and the weekly report. */
final class AdminRoom {
    private final Web web;
    private final Clock clock;
    private final Supplier<byte[]> signingKey;
    private final PageTemplates templates;
    private final Optional<Reports> reports;
    private final Lazy<AdminDesk> desk;
    private final Lazy<Metrics> metrics;

    AdminRoom(Configuration configuration, Templates templates, Rooms rooms, Pipeline pipeline, Clock clock) {
        this.web = configuration.installation().web();
        this.clock = clock;
        this.signingKey = rooms.readership().signingKey();
        this.templates = new PageTemplates(templates);
        EditionFiguresStore editions = new EditionFiguresStore(rooms.database());
        Overviews overviews = new Overviews(
                configuration,
                new Overviews.Stores(
                        rooms.readership().subscribers(),
                        rooms.readership().chosen(),
                        new GrowthStore(rooms.database()),
                        editions,
                        rooms.mailroom().ledger(),
                        rooms.newsroom().feeds()));
        this.desk = new Lazy<>(() -> new AdminDesk(
                configuration,
                pipeline,
                overviews,
                rooms.mailroom().previewFiles(),
                rooms.mailroom().testMail(),
                clock));
        this.reports = configuration
                .installation()
                .report()
                .map(settings -> new Reports(
                        settings,
                        new ReportWriter(
                                configuration,
                                overviews,
                                editions,
                                rooms.newsroom().topics()::topicsOf,
                                templates),
                        new ReportStore(rooms.database()),
                        rooms.mailroom().notices(),
                        rooms.mailroom().relay()));
        this.metrics = rooms.metrics();
    }

    /** What was built before. */
    record Rooms(
            Database database, Newsroom newsroom, Readership readership, Mailroom mailroom, Lazy<Metrics> metrics) {}

    /** How everything stands. */
    AdminOverview overview() {
        return desk.get().overview();
    }

    /** The pages that are the admin's alone; none where there is no password. */
    List<Pages> pages() {
        List<Pages> pages = new ArrayList<>();
        web.admin().ifPresent(access -> {
            boolean secure = "https".equalsIgnoreCase(web.url().getScheme());
            AdminPages admin = new AdminPages(desk.get(), templates, access, signingKey, secure, clock);
            pages.add(admin);
            pages.add(MetricsPages.forAdmin(metrics.get(), admin));
        });
        return pages;
    }

    /**
     * Starts serving the figures on a port of their own, where one is configured.
     *
     * @throws org.broadsheet.Failure when it is taken
     */
    Optional<WebServer> serveMetrics() {
        return web.metrics().map(this::serve);
    }

    private WebServer serve(ListenAddress listen) {
        return new WebServer(listen, templates, List.of(MetricsPages.open(metrics.get())), clock);
    }

    /** The weekly report, where one is configured. */
    Optional<Reports> reports() {
        return reports;
    }
}

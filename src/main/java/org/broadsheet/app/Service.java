package org.broadsheet.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.broadsheet.Failure;
import org.broadsheet.bounce.ReturnWatch;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.WeeklyReport;
import org.broadsheet.edition.Templates;
import org.broadsheet.schedule.Scheduling;
import org.broadsheet.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that runs while the service runs, for one configuration: the pages, the schedule, and the deliveries that
 * are still open. A new configuration is a new service; what the old one left is on the ledger.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final App app;
    private final WebServer pages;
    private final Optional<WebServer> metrics;
    private final Scheduling scheduling;
    private final RoundUpRuns roundUps;
    private final Optional<Scheduling> reporting;
    private final ScheduledExecutorService openDeliveries;
    private final ScheduledFuture<?> looking;
    private final Optional<ReturnWatch> returnWatch;

    /**
     * Starts it.
     *
     * @throws Failure when the database or the port cannot be opened
     */
    Service(Templates templates, Configuration configuration, Clock clock) {
        this.app = new App(templates, configuration, clock);
        try {
            this.metrics = app.serveMetrics();
        } catch (Failure failure) {
            app.close();
            throw failure;
        }
        try {
            this.pages = app.serve();
        } catch (Failure failure) {
            metrics.ifPresent(WebServer::close);
            app.close();
            throw failure;
        }
        configuration.newsletters().forEach(app.subscribers()::keepInStep);
        EditionRuns runs = new EditionRuns(app, configuration, clock);
        this.openDeliveries = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "open-deliveries"));
        this.looking =
                openDeliveries.scheduleWithFixedDelay(() -> goOn(runs), 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
        this.returnWatch = app.returnWatch();
        returnWatch.ifPresent(ReturnWatch::start);
        this.scheduling = new Scheduling(runs, clock);
        scheduling.start(
                configuration.newsletters(),
                newsletter -> app.editions()
                        .lastMadeBefore(newsletter, clock.instant())
                        .isPresent());
        this.roundUps = new RoundUpRuns(runs::runRoundUp, clock);
        roundUps.start(
                configuration.newsletters(),
                newsletter -> app.editions()
                        .lastRoundUpBefore(newsletter, clock.instant())
                        .isPresent());
        this.reporting = configuration
                .installation()
                .report()
                .flatMap(settings -> app.reports().map(reports -> report(reports, settings, clock)));
    }

    /** A schedule of its own, because newsletters may be named anything. */
    private Scheduling report(Reports reports, WeeklyReport settings, Clock clock) {
        Scheduling own = new Scheduling(reports, clock);
        own.start("weekly report", settings.schedule(), reports.everSent());
        return own;
    }

    /** Once more in a while: the executor would end for good with the first exception. */
    private static void goOn(EditionRuns runs) {
        try {
            runs.goOn();
        } catch (Failure failure) {
            LOG.error("{}; tried again in {} s", failure.getMessage(), LOOK_EVERY.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("delivering failed by a bug; tried again in {} s", LOOK_EVERY.toSeconds(), bug);
        }
    }

    /** Lets what is in flight finish, and leaves the ledger in order. */
    @Override
    public void close() {
        app.stopDelivering();
        looking.cancel(false);
        openDeliveries.shutdown();
        scheduling.close();
        roundUps.close();
        reporting.ifPresent(Scheduling::close);
        pages.close();
        returnWatch.ifPresent(ReturnWatch::close);
        metrics.ifPresent(WebServer::close);
        try {
            if (!openDeliveries.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a mail is still in flight; the next start sorts out what became of it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        app.close();
    }
}

package org.broadsheet.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Problem;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.edition.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Service} running with the newest sound configuration and templates, until it is told to stop. */
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Layout layout;
    private final ConfigLoader loader;
    private final EditedFiles edited;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Server(Layout layout, ConfigLoader loader, Clock clock) {
        this.layout = layout;
        this.loader = loader;
        this.edited = new EditedFiles(layout);
        this.clock = clock;
    }

    /** What a service runs with; both were found sound, or were there when it was started. */
    private record Files(Configuration configuration, Templates templates) {}

    /**
     * Runs the service, and runs it anew whenever configuration or templates have changed for others that are sound.
     *
     * @throws Failure when the service cannot be started at all
     */
    public void run(Configuration first) throws InterruptedException {
        Files current = new Files(first, layout.newTemplates().asTheyAre());
        Service service = start(current);
        try {
            while (!stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                Files now = edited.changed() ? sound(current) : current;
                if (!now.equals(current)) {
                    service.close();
                    service = startOr(now, current);
                    current = now;
                }
            }
        } finally {
            service.close();
        }
    }

    /** The edited files, as far as they are sound, and else the last good ones. */
    private Files sound(Files lastGood) {
        Configuration configuration = configuration().orElse(lastGood.configuration());
        return new Files(configuration, templates(configuration).orElse(lastGood.templates()));
    }

    private Optional<Configuration> configuration() {
        Loading loading = loader.load(layout.config());
        if (loading instanceof Loading.Loaded loaded) {
            return Optional.of(loaded.configuration());
        }
        for (Problem problem : ((Loading.Rejected) loading).problems()) {
            LOG.error("{}", problem.headline());
        }
        LOG.error("the changed configuration is wrong; the last good one stays in force");
        return Optional.empty();
    }

    private Optional<Templates> templates(Configuration configuration) {
        try {
            Templates edited = layout.newTemplates().asTheyAre();
            Installation installation = configuration.installation();
            EditionRenderer renderer = new EditionRenderer(
                    edited, installation.publisher(), installation.web().url());
            configuration.newsletters().stream()
                    .map(Newsletter::language)
                    .distinct()
                    .forEach(renderer::renderSample);
            return Optional.of(edited);
        } catch (Failure wrong) {
            LOG.error("{}", wrong.getMessage());
            LOG.error("the changed templates are wrong; the last good ones stay in force");
            return Optional.empty();
        }
    }

    private Service startOr(Files edited, Files lastGood) {
        try {
            Service service = start(edited);
            LOG.info("configuration and templates have changed and are in force now");
            return service;
        } catch (Failure failure) {
            LOG.error("{}; going on with the last good configuration", failure.getMessage());
            return start(lastGood);
        }
    }

    private Service start(Files files) {
        return new Service(files.templates(), files.configuration(), clock);
    }

    /** Ends {@link #run}; returns at once. */
    public void stop() {
        stopped.countDown();
    }
}

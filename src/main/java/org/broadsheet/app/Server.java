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

    /** What people edit, in a state that was found sound. */
    private record Edits(Configuration configuration, Templates templates) {}

    /** A service, and what it runs with. */
    private record Running(Edits edits, Service service) {}

    /**
     * Runs the service, and runs it anew whenever configuration or templates have changed for others that are sound.
     *
     * @throws Failure when the service cannot be started at all, or when a template is broken
     */
    public void run(Configuration first) throws InterruptedException {
        Running running = start(new Edits(first, soundTemplates(first)));
        try {
            while (!stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                Edits now = edited.changed() ? sound(running.edits()) : running.edits();
                if (!now.equals(running.edits())) {
                    running.service().close();
                    running = startOr(now, running.edits());
                }
            }
        } finally {
            running.service().close();
        }
    }

    /** What was edited, as far as it is sound, and else the last good. */
    private Edits sound(Edits lastGood) {
        Configuration configuration = configuration().orElse(lastGood.configuration());
        Templates templates = templates(configuration)
                .filter(edited -> !edited.sameAs(lastGood.templates()))
                .orElse(lastGood.templates());
        return new Edits(configuration, templates);
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
            return Optional.of(soundTemplates(configuration));
        } catch (Failure wrong) {
            LOG.error("{}", wrong.getMessage());
            LOG.error("the changed templates are wrong; the last good ones stay in force");
            return Optional.empty();
        }
    }

    /** The templates as they lie there now, tried in every language that is needed. */
    private Templates soundTemplates(Configuration configuration) {
        Templates templates = layout.newTemplates().asTheyAre();
        Installation installation = configuration.installation();
        EditionRenderer renderer = new EditionRenderer(
                templates, installation.publisher(), installation.web().url());
        configuration.languages().forEach(renderer::renderSamples);
        return templates;
    }

    private Running startOr(Edits edited, Edits lastGood) {
        try {
            Running running = start(edited);
            LOG.info("configuration and templates have changed and are in force now");
            return running;
        } catch (Failure failure) {
            LOG.error("{}; going on with the last good configuration", failure.getMessage());
            return start(lastGood);
        }
    }

    private Running start(Edits edits) {
        return new Running(edits, new Service(edits.templates(), edits.configuration(), clock));
    }

    /** Ends {@link #run}; returns at once. */
    public void stop() {
        stopped.countDown();
    }
}

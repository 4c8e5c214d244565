package org.broadsheet.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.ConfigWatch;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Service} running with the newest sound configuration, until it is told to stop. */
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Layout layout;
    private final ConfigLoader loader;
    private final ConfigWatch watch;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Server(Layout layout, ConfigLoader loader, Clock clock) {
        this.layout = layout;
        this.loader = loader;
        this.watch = new ConfigWatch(layout.config());
        this.clock = clock;
    }

    /**
     * Runs the service, and runs it anew whenever the configuration has changed for another sound one.
     *
     * @throws Failure when the service cannot be started at all
     */
    public void run(Configuration first) throws InterruptedException {
        watch.changed();
        Configuration current = first;
        Service service = new Service(layout, current, clock);
        try {
            while (!stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                Optional<Configuration> changed = changed();
                if (changed.isPresent()) {
                    service.close();
                    service = start(changed.get(), current);
                    current = service.configuration();
                }
            }
        } finally {
            service.close();
        }
    }

    private Optional<Configuration> changed() {
        if (!watch.changed()) {
            return Optional.empty();
        }
        Loading loading = loader.load(layout.config());
        if (loading instanceof Loading.Loaded loaded) {
            LOG.info("the configuration has changed and is in force now");
            return Optional.of(loaded.configuration());
        }
        for (Problem problem : ((Loading.Rejected) loading).problems()) {
            LOG.error("{}", problem.headline());
        }
        LOG.error("the changed configuration is wrong; the last good one stays in force");
        return Optional.empty();
    }

    private Service start(Configuration changed, Configuration lastGood) {
        try {
            return new Service(layout, changed, clock);
        } catch (Failure failure) {
            LOG.error("{}; going on with the last good configuration", failure.getMessage());
            return new Service(layout, lastGood, clock);
        }
    }

    /** Ends {@link #run}; returns at once. */
    public void stop() {
        stopped.countDown();
    }
}

package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.Failure;
import org.broadsheet.app.App;
import org.broadsheet.app.Layout;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Syntaxes;
import org.broadsheet.schedule.QuartzCron;
import org.broadsheet.topic.LearnedTopics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes, and what follows from them. */
final class Options {
    private final Path home;
    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The folder of broadsheet.yml and newsletters/; config/ beside the program without it.")
    private @Nullable Path config;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "The folder of the templates; templates/ beside the program without it.")
    private @Nullable Path templates;

    @Option(names = "--verbose", description = "Log what happens, and show the stack trace of an error.")
    private boolean verbose;

    Options(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    boolean verbose() {
        return verbose;
    }

    Layout layout() {
        return Layout.of(home, Optional.ofNullable(config), Optional.ofNullable(templates));
    }

    ConfigLoader loader() {
        return new ConfigLoader(environment, syntaxes());
    }

    static Syntaxes syntaxes() {
        return new Syntaxes(new QuartzCron(), new LearnedTopics()::problem);
    }

    /**
     * The configuration.
     *
     * @throws InvalidConfiguration when it is wrong
     */
    Configuration configuration() {
        Loading loading = loader().load(layout().config());
        if (loading instanceof Loading.Rejected rejected) {
            throw new InvalidConfiguration(rejected.problems());
        }
        return ((Loading.Loaded) loading).configuration();
    }

    /** How feeds are fetched: as the configuration says, or by default where there is none that is sound. */
    Installation.Fetch fetch() {
        return loader().load(layout().config()) instanceof Loading.Loaded loaded
                ? loaded.configuration().installation().fetch()
                : Installation.Fetch.byDefault();
    }

    /** Everything built, from the configuration. */
    App app(Configuration configuration, Clock clock) {
        return new App(layout(), configuration, clock);
    }

    /** The newsletters of those ids, or all of them when none is named. */
    List<Newsletter> newsletters(Configuration configuration, List<String> ids) {
        if (configuration.newsletters().isEmpty()) {
            throw new Failure("there is no newsletter yet; write one to "
                    + layout().config().resolve("newsletters").resolve("NAME.yml"));
        }
        return ids.isEmpty()
                ? configuration.newsletters()
                : ids.stream()
                        .distinct()
                        .map(id -> newsletter(configuration, id))
                        .toList();
    }

    /** The newsletter of that id; naming one that is not there is a mistake in the command line. */
    Newsletter newsletter(Configuration configuration, String id) {
        return configuration.newsletter(id).orElseThrow(() -> {
            String known =
                    configuration.newsletters().stream().map(Newsletter::id).collect(Collectors.joining(", "));
            return new WrongCommandLine("there is no newsletter \"" + id + "\"; there are: " + known);
        });
    }
}

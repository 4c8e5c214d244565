package org.broadsheet.cli;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.FeedUrls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the feeds of the newsletters and how each of them stands. */
@Command(
        name = "feeds",
        description = "Lists the feeds and how each of them stands; its own commands try, find and exchange feeds.",
        mixinStandardHelpOptions = true,
        subcommands = {
            FeedsTestCommand.class,
            FeedsTextCommand.class,
            FeedsDiscoverCommand.class,
            FeedsImportCommand.class,
            FeedsExportCommand.class,
            FeedsCommand.Resume.class
        },
        footer = {"", "Example: broadsheet feeds", "         broadsheet feeds test https://example.org/feed.xml"})
final class FeedsCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    FeedsCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Clock clock = Clock.systemUTC();
        try (App app = options.app(configuration, clock)) {
            for (Newsletter newsletter : options.newsletters(configuration, List.of())) {
                terminal.out().println(newsletter.id());
                for (Feed feed : newsletter.feeds()) {
                    FeedLines.of(feed, app.feeds().state(feed.url()), clock.instant())
                            .forEach(line -> terminal.out().println("  " + line));
                }
            }
        }
        return Main.DONE;
    }

    /** Lets a feed be asked again that was stopped. */
    @Command(
            name = "resume",
            description = "Lets a feed be asked again at once, although its server said that it is gone, or to wait.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: broadsheet feeds resume https://example.org/feed.xml"})
    static final class Resume implements Callable<Integer> {
        @Mixin
        private final Options options;

        private final Terminal terminal;

        @Parameters(paramLabel = "URL", description = "The feed's address, as the newsletter has it.")
        private URI url = URI.create("");

        Resume(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Configuration configuration = options.configuration();
            try (App app = options.app(configuration, Clock.systemUTC())) {
                boolean known = app.feeds().resume(url);
                Optional<String> problem = known
                        ? Optional.empty()
                        : Optional.of(url + ": no such feed was ever asked; see: broadsheet feeds");
                problem.ifPresentOrElse(
                        terminal.err()::println,
                        () -> terminal.out().println(FeedUrls.shown(url) + ": asked again at the next run"));
                return known ? Main.DONE : Main.FAILED;
            }
        }
    }
}

package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends subscriptions. */
@Command(
        name = "remove",
        description =
                "Ends the subscriptions of an address, to one newsletter or to all. Whoever adds it again brings it"
                        + " back; to bar it for good: broadsheet subscribers suppress.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet subscribers remove anna@example.com --newsletter morning"})
final class SubscribersRemoveCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", description = "Who is to get nothing more.")
    private @Nullable EmailAddress address;

    @Option(names = "--newsletter", paramLabel = "ID", description = "Only this newsletter.")
    private @Nullable String id;

    SubscribersRemoveCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        List<Newsletter> newsletters = options.newsletters(
                configuration, Optional.ofNullable(id).stream().toList());
        EmailAddress unwanted = Objects.requireNonNull(address);
        List<Path> listing = newsletters.stream()
                .filter(newsletter -> lists(newsletter, unwanted))
                .map(this::fileOf)
                .toList();
        if (!listing.isEmpty()) {
            listing.forEach(file -> terminal.err()
                    .println(file + ": lists " + unwanted + " under `subscribers`; take it out there, and it ends"));
            return Main.FAILED;
        }
        try (App app = options.app(configuration, Clock.systemUTC())) {
            app.keepInStep();
            return tell(unwanted, app.subscriberAdmin().remove(unwanted, Optional.ofNullable(id)));
        }
    }

    /** The YAML is followed at every step, and would bring the address back. */
    private static boolean lists(Newsletter newsletter, EmailAddress unwanted) {
        return newsletter.subscribers().stream()
                .anyMatch(listed -> listed.canonical().equals(unwanted.canonical()));
    }

    private Path fileOf(Newsletter newsletter) {
        return options.layout().config().resolve("newsletters").resolve(newsletter.id() + ".yml");
    }

    private int tell(EmailAddress unwanted, List<String> ended) {
        if (ended.isEmpty()) {
            terminal.err().println(unwanted + ": gets nothing, so nothing ended");
            return Main.FAILED;
        }
        terminal.out().println(unwanted + ": no longer gets " + String.join(", ", ended));
        return Main.DONE;
    }
}

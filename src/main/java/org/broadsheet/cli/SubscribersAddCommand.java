package org.broadsheet.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.subscriber.Addition;
import org.broadsheet.subscriber.Newcomer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Subscribes an address. */
@Command(
        name = "add",
        description = "Subscribes an address to a newsletter, as confirmed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet subscribers add anna@example.com --newsletter morning --source \"form at the counter\""
        })
final class SubscribersAddCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", description = "Who is to get it.")
    private @Nullable EmailAddress address;

    @Option(names = "--newsletter", required = true, paramLabel = "ID", description = "What is to be sent.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The reader's name.")
    private @Nullable String name;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            defaultValue = "added by the admin",
            description = "Where the consent came from, kept as its proof; \"${DEFAULT-VALUE}\" without it.")
    private String source = "";

    SubscribersAddCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Newsletter newsletter = options.newsletter(configuration, id);
        EmailAddress wanted = Objects.requireNonNull(address);
        if (source.isBlank()) {
            throw new WrongCommandLine("--source: must say where the consent came from");
        }
        try (App app = options.app(configuration, Clock.systemUTC())) {
            app.keepInStep();
            Newcomer newcomer = new Newcomer(wanted, Optional.ofNullable(name));
            return tell(wanted, app.subscribers().add(newsletter.id(), newcomer, source));
        }
    }

    private int tell(EmailAddress wanted, Addition addition) {
        switch (addition) {
            case ADDED -> terminal.out().println(wanted + ": gets " + id + " from now on");
            case ALREADY_THERE -> terminal.out().println(wanted + ": gets " + id + " already");
            case KEPT_UNSUBSCRIBED ->
                terminal.err()
                        .println(wanted + ": has unsubscribed from " + id + ", and only the reader may come back");
            case SUPPRESSED ->
                terminal.err().println(wanted + ": must not be mailed; see why: broadsheet subscribers show " + wanted);
        }
        boolean gets = addition == Addition.ADDED || addition == Addition.ALREADY_THERE;
        return gets ? Main.DONE : Main.FAILED;
    }
}

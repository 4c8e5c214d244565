package org.broadsheet.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bars addresses from all mail. */
@Command(
        name = "suppress",
        description = "Bars addresses from all mail at once, mails that are queued too.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet subscribers suppress anna@example.com --reason \"asked by telephone\""})
final class SubscribersSuppressCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Who must not be mailed.")
    private List<EmailAddress> addresses = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "by the admin",
            description = "Why, for whoever asks later; \"${DEFAULT-VALUE}\" without it.")
    private String reason = "";

    SubscribersSuppressCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = options.app(options.configuration(), Clock.systemUTC())) {
            for (EmailAddress address : addresses) {
                app.subscribers().suppress(address, reason);
                terminal.out().println(address + ": is mailed nothing more");
            }
        }
        return Main.DONE;
    }
}

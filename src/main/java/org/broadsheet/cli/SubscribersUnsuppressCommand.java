package org.broadsheet.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lifts suppressions. */
@Command(
        name = "unsuppress",
        description = "Lifts the bar on addresses. Their subscriptions go on as they were; who unsubscribed stays so.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet subscribers unsuppress anna@example.com"})
final class SubscribersUnsuppressCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Who may be mailed again.")
    private List<EmailAddress> addresses = List.of();

    SubscribersUnsuppressCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean all = true;
        try (App app = options.app(options.configuration(), Clock.systemUTC())) {
            for (EmailAddress address : addresses) {
                all &= tell(address, app.subscriberAdmin().unsuppress(address));
            }
        }
        return all ? Main.DONE : Main.FAILED;
    }

    private boolean tell(EmailAddress address, Optional<String> reason) {
        reason.ifPresentOrElse(
                text -> terminal.out()
                        .println(address + ": may be mailed again; it was suppressed for: " + Terminal.printable(text)),
                () -> terminal.err().println(address + ": is not suppressed"));
        return reason.isPresent();
    }
}

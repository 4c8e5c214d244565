package org.broadsheet.cli;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.subscriber.Happening;
import org.broadsheet.subscriber.HistoryStore.History;
import org.broadsheet.subscriber.ListedSubscription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells the whole history of an address. */
@Command(
        name = "show",
        description =
                "Tells all that is known of an address: subscriptions, consent, deliveries, bounces, suppression.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet subscribers show anna@example.com"})
final class SubscribersShowCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "ADDRESS", description = "Whose history.")
    private @Nullable EmailAddress address;

    SubscribersShowCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        EmailAddress wanted = Objects.requireNonNull(address);
        try (App app = options.app(configuration, Clock.systemUTC())) {
            app.keepInStep();
            History history = app.subscriberHistory().of(wanted);
            if (history.isEmpty()) {
                terminal.err().println(wanted + ": nothing is known of this address");
                return Main.FAILED;
            }
            show(wanted, history);
            return Main.DONE;
        }
    }

    private void show(EmailAddress wanted, History history) {
        terminal.out()
                .println(wanted
                        + history.name()
                                .map(name -> " (" + Terminal.printable(name) + ")")
                                .orElse(""));
        history.subscriptions().forEach(subscription -> terminal.out().println("  " + standing(subscription)));
        terminal.out().println("history");
        for (Happening happening : history.happenings()) {
            terminal.out()
                    .println(("  " + TIME.format(happening.at()) + "  " + happening.what() + "  "
                                    + Terminal.printable(happening.detail()))
                            .stripTrailing());
        }
    }

    private static String standing(ListedSubscription subscription) {
        String reason = subscription.reason().map(text -> ": " + text).orElse("");
        return subscription.newsletter() + ": " + subscription.state() + Terminal.printable(reason);
    }
}

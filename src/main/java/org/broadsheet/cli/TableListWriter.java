package org.broadsheet.cli;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.broadsheet.subscriber.ListedSubscription;

/** One line for each subscription, for the eye. */
final class TableListWriter implements ListWriter {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;

    TableListWriter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(ListedSubscription subscription) {
        String newsletter = subscription.newsletter().isEmpty() ? "-" : subscription.newsletter();
        String source = subscription.reason().orElse(subscription.source());
        out.println(String.format(
                        Locale.ROOT,
                        "%-36s  %-16s  %-12s  %s  %s",
                        subscription.email(),
                        newsletter,
                        subscription.state(),
                        DAY.format(subscription.since()),
                        Terminal.printable(source))
                .stripTrailing());
    }

    @Override
    public void close() {
        out.flush();
    }
}

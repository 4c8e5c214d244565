package org.broadsheet.cli;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.app.FeedProbe;
import org.broadsheet.feed.discovery.Discovered;
import org.broadsheet.feed.discovery.DiscoveredFeed;
import org.broadsheet.feed.discovery.TypedAddress;
import org.broadsheet.feed.repair.Repair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds the feeds of whatever address somebody has at hand. */
@Command(
        name = "discover",
        description = "Finds the feeds of a web page: those it names, and those at the usual places. Every feed is "
                + "fetched and read before it is listed. Stores nothing, and needs no configuration.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet feeds discover example.org"})
final class FeedsDiscoverCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "The address of a page or a feed, with or without https://.")
    private String typed = "";

    FeedsDiscoverCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<URI> addresses = TypedAddress.of(typed);
        try (FeedProbe probe = new FeedProbe(options.fetch(), addresses, Clock.systemUTC())) {
            Discovered discovered = probe.discover(typed);
            if (discovered instanceof Discovered.Found found) {
                found.feeds().forEach(this::show);
                return Main.DONE;
            }
            tellNothing((Discovered.NotFound) discovered);
            return Main.FAILED;
        }
    }

    private void show(DiscoveredFeed feed) {
        terminal.out().println(feed.url());
        int entries = feed.document().entries().size();
        String line = Stream.of(
                        Optional.of(feed.document().title()),
                        Optional.of(feed.document().format()),
                        Optional.of(Amount.of(entries, "entry", "entries")),
                        feed.newest()
                                .map(newest -> "newest "
                                        + newest.atOffset(ZoneOffset.UTC).toLocalDate()),
                        Optional.of(feed.ofComments() ? "comments, not articles" : ""))
                .flatMap(Optional::stream)
                .map(Terminal::printable)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        terminal.out().println("  " + line);
        List<Repair> repairs = feed.document().repairs();
        if (!repairs.isEmpty()) {
            terminal.out().println("  repaired: " + FeedLines.repairs(repairs));
        }
    }

    private void tellNothing(Discovered.NotFound nothing) {
        terminal.err().println(Terminal.printable(typed) + ": no feed found: " + Terminal.printable(nothing.reason()));
        for (Discovered.Tried tried : nothing.tried()) {
            terminal.err().println("  tried " + tried.url() + ": " + Terminal.printable(tried.reason()));
        }
    }
}

package org.broadsheet.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.broadsheet.app.App;
import org.broadsheet.app.DeliveryPace;
import org.broadsheet.app.DueTimes;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.delivery.DeliveryProgress.Count;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedState;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.subscriber.Frequency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what was sent, what failed, and what is due. */
@Command(
        name = "status",
        description = "Tells what was sent, what failed, and what is due.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet status --failed"})
final class StatusCommand implements Callable<Integer> {
    private static final int EDITIONS = 3;
    private static final Duration LATELY = Duration.ofMinutes(1);

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Option(names = "--failed", description = "List who did not get the last editions, and why.")
    private boolean failed;

    StatusCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Clock clock = Clock.systemUTC();
        try (App app = options.app(configuration, clock)) {
            for (Newsletter newsletter : configuration.newsletters()) {
                show(app, newsletter, clock.instant());
            }
            showTroubledFeeds(app, configuration, clock.instant());
        }
        return Main.DONE;
    }

    private void show(App app, Newsletter newsletter, Instant now) {
        String next = DueTimes.next(newsletter, now)
                .map(due -> "next due " + DueTimes.shown(newsletter, due))
                .orElse("no schedule");
        terminal.out()
                .println(newsletter.id() + ": "
                        + app.subscribers().counts(newsletter.id()).confirmed() + " subscribers; " + next
                        + roundUps(app, newsletter, now));
        List<StoredEdition> editions = app.editions().newest(newsletter.id(), EDITIONS);
        if (editions.isEmpty()) {
            terminal.out().println("  no edition yet");
        }
        for (StoredEdition edition : editions) {
            terminal.out()
                    .println("  " + DueTimes.shown(newsletter, edition.scheduledFor()) + "  "
                            + edition.week().map(week -> "round-up  ").orElse("")
                            + counts(app.ledger().counts(edition.id())) + "  "
                            + edition.rendered().subject());
            standing(app, edition, now).ifPresent(line -> terminal.out().println("    " + line));
            if (failed) {
                FailedDeliveries.print(app.ledger(), edition, terminal.out());
            }
        }
    }

    /** Nothing where no reader wants a round-up: none is made then. */
    private static String roundUps(App app, Newsletter newsletter, Instant now) {
        long weekly = app.pipeline().readers(newsletter, Frequency.WEEKLY);
        String next = DueTimes.nextRoundUp(newsletter, now)
                .map(due -> ", next round-up due " + DueTimes.shown(newsletter, due))
                .orElse("");
        return weekly == 0 ? "" : "; " + weekly + " want one mail a week" + next;
    }

    /** What is to be said of an edition that is not delivered to everybody yet. */
    private static Optional<String> standing(App app, StoredEdition edition, Instant now) {
        Optional<String> reason = app.paused().reason(edition.id());
        if (reason.isPresent()) {
            return reason.map(
                    why -> "waits for you: " + why + "; then `broadsheet send " + edition.newsletter() + " --resume`");
        }
        LedgerCounts counts = app.ledger().counts(edition.id());
        long sent = app.ledger().sentSince(edition.id(), now.minus(LATELY));
        return counts.open() == 0 || sent == 0
                ? Optional.empty()
                : Optional.of("under way: "
                        + new DeliveryPace(now.minus(LATELY))
                                .shown(new Count(sent, sent + counts.open(), counts.of(DeliveryState.FAILED)), now));
    }

    /** Feeds that will not come back by themselves. */
    private void showTroubledFeeds(App app, Configuration configuration, Instant now) {
        List<FeedState> troubled = configuration.feeds().stream()
                .flatMap(feed -> app.feeds().state(feed).stream())
                .filter(state -> state.needsAdmin(now))
                .toList();
        if (!troubled.isEmpty()) {
            terminal.out().println("feeds that need you: mend their address, or remove them from the newsletter");
        }
        for (FeedState state : troubled) {
            terminal.out()
                    .println("  " + FeedUrls.shown(state.url()) + "  "
                            + FeedLines.trouble(state).orElse(""));
        }
    }

    private static String counts(LedgerCounts counts) {
        String text = counts.byState().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey().stored())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nobody to send it to" : text;
    }
}

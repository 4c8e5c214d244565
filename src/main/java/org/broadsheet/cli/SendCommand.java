package org.broadsheet.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.broadsheet.app.App;
import org.broadsheet.app.DeliveryPace;
import org.broadsheet.app.DueTimes;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.delivery.Reach;
import org.broadsheet.edition.EditionMaker.Draft;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.subscriber.Frequency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the edition that is due now and delivers it; run again, it goes on where it stopped. */
@Command(
        name = "send",
        description = "Makes the edition due now and delivers it; run again, it resumes and sends nothing twice.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet send morning",
            "         broadsheet send morning --round-up",
            "Ctrl-C finishes the mails in flight; the next send goes on with the rest."
        })
final class SendCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "NEWSLETTER", description = "The ids of newsletters; all of them without it.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Show what would be sent to how many, and send nothing.")
    private boolean dryRun;

    @Option(names = "--at", paramLabel = "INSTANT", description = "As if it were then, such as 2026-11-23T06:00:00Z.")
    private @Nullable Instant at;

    @Option(names = "--resume", description = "Go on with an edition that waits, since too much of it was refused.")
    private boolean resume;

    @Option(names = "--round-up", description = "The round-up of the week, to readers who chose one mail a week.")
    private boolean roundUp;

    SendCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = options.configuration();
        List<Newsletter> newsletters = options.newsletters(configuration, ids);
        Clock clock = Clock.systemUTC();
        return StopOnSignal.guard(PATIENCE, signal -> {
            try (App app = options.app(configuration, clock)) {
                signal.calls(app::stopDelivering);
                Supplier<Instant> now = () -> Optional.ofNullable(at).orElseGet(clock::instant);
                return roundUp ? sendRoundUps(app, newsletters, now.get()) : send(app, newsletters, now);
            }
        });
    }

    private int send(App app, List<Newsletter> newsletters, Supplier<Instant> now) throws InterruptedException {
        Instant asked = now.get();
        List<Newsletter> unmade = newsletters.stream()
                .filter(newsletter -> DueTimes.latest(newsletter, asked)
                        .filter(due -> app.pipeline().published(newsletter, due).isEmpty())
                        .isPresent())
                .toList();
        boolean read = unmade.isEmpty()
                || !FeedProgress.collect(app.pipeline(), unmade, terminal).allFailed();
        boolean done = read;
        // The edition is made now: what came in while the feeds were read belongs to it.
        Instant made = now.get();
        for (Newsletter newsletter : newsletters) {
            done &= send(app, newsletter, made);
        }
        return done ? Main.DONE : Main.FAILED;
    }

    private boolean send(App app, Newsletter newsletter, Instant when) throws InterruptedException {
        Optional<Instant> due = DueTimes.latest(newsletter, when);
        if (due.isEmpty()) {
            terminal.out().println(newsletter.id() + ": not due yet" + next(newsletter, when));
            return true;
        }
        if (dryRun) {
            return rehearse(app, newsletter, due.get(), when);
        }
        boolean resumed = app.pipeline().published(newsletter, due.get()).isPresent();
        Optional<StoredEdition> edition = app.pipeline().publish(newsletter, due.get(), when);
        if (edition.isEmpty()) {
            sayNothingNew(newsletter, when);
        }
        boolean done = deliverOpen(app, newsletter, app.pipeline().openEditions(newsletter));
        if (resumed && done && edition.isPresent()) {
            String time = DueTimes.shown(newsletter, edition.get().scheduledFor());
            terminal.out()
                    .println(newsletter.id() + ": the edition of " + time + " is delivered" + next(newsletter, when));
        }
        return done;
    }

    private int sendRoundUps(App app, List<Newsletter> newsletters, Instant when) throws InterruptedException {
        RoundUpSending sending = new RoundUpSending(app, terminal);
        boolean done = true;
        for (Newsletter newsletter : newsletters) {
            if (dryRun) {
                sending.rehearse(newsletter, when);
            } else {
                sending.publish(newsletter, when);
                List<StoredEdition> open = app.pipeline().openEditions(newsletter).stream()
                        .filter(edition -> edition.week().isPresent())
                        .toList();
                done &= deliverOpen(app, newsletter, open);
            }
        }
        return done ? Main.DONE : Main.FAILED;
    }

    private boolean deliverOpen(App app, Newsletter newsletter, List<StoredEdition> open) {
        boolean done = true;
        for (StoredEdition edition : open) {
            done &= deliver(app, newsletter, edition);
        }
        return done;
    }

    private void sayNothingNew(Newsletter newsletter, Instant when) {
        terminal.out().println(newsletter.id() + ": nothing new to tell, so no edition" + next(newsletter, when));
    }

    private boolean rehearse(App app, Newsletter newsletter, Instant due, Instant when) throws InterruptedException {
        Optional<StoredEdition> made = app.pipeline().published(newsletter, due);
        if (made.isPresent()) {
            long open = app.ledger().counts(made.get().id()).open();
            terminal.out().println(newsletter.id() + ": the edition is made; " + open + " deliveries are open");
            return true;
        }
        Draft draft = app.pipeline().preview(newsletter, when);
        if (draft.edition().isEmpty()) {
            sayNothingNew(newsletter, when);
            return true;
        }
        app.subscribers().keepInStep(newsletter);
        terminal.out()
                .println(newsletter.id() + ": would send "
                        + draft.edition().stories().count() + " stories to "
                        + app.pipeline().readers(newsletter, Frequency.EVERY) + " subscribers: \""
                        + app.pipeline().render(draft).subject() + "\"");
        return true;
    }

    private boolean deliver(App app, Newsletter newsletter, StoredEdition edition) {
        if (resume) {
            app.paused().lift(edition.id());
        }
        if (app.paused().waits(edition.id())) {
            sayPaused(app, newsletter, edition);
            return false;
        }
        DispatchReport report = deliver(app, edition);
        terminal.out()
                .println(newsletter.id() + ": " + RoundUpSending.name(newsletter, edition) + " \""
                        + edition.rendered().subject() + "\": " + report.sent() + " sent, " + report.failed()
                        + " refused, "
                        + report.deferred() + " deferred, " + report.skipped() + " skipped, " + report.expired()
                        + " expired");
        report.relayProblem().ifPresent(terminal.err()::println);
        report.hold()
                .ifPresent(hold -> terminal.out()
                        .println(newsletter.id() + ": " + hold.reason() + "; " + report.open()
                                + " more go out after " + DueTimes.shown(newsletter, hold.until())
                                + ", by `broadsheet serve` or a `send` then"));
        if (report.failed() + report.deferred() + report.expired() > 0) {
            FailedDeliveries.print(app.ledger(), edition, terminal.err());
        }
        if (report.waiting() > 0) {
            terminal.out()
                    .println(
                            newsletter.id() + ": " + report.waiting()
                                    + " more go out at the hour that their readers chose, by `broadsheet serve` or a `send` then");
        }
        sayWhatIsKept(newsletter, report);
        if (app.paused().waits(edition.id())) {
            sayPaused(app, newsletter, edition);
        }
        return report.succeeded();
    }

    private DispatchReport deliver(App app, StoredEdition edition) {
        Clock clock = Clock.systemUTC();
        DeliveryPace pace = new DeliveryPace(clock.instant());
        try (ProgressBar bar = new ProgressBar(terminal, "Sending " + edition.newsletter())) {
            return app.pipeline()
                    .deliver(
                            edition,
                            Reach.ALL,
                            count -> bar.show(count.done(), count.total(), pace.shown(count, clock.instant())));
        }
    }

    private void sayWhatIsKept(Newsletter newsletter, DispatchReport report) {
        if (report.succeeded() || report.open() == report.waiting()) {
            return;
        }
        String best = report.nextRetry()
                .map(next -> ", best after " + DueTimes.shown(newsletter, next))
                .orElse("");
        terminal.err()
                .println(newsletter.id() + ": " + (report.open() - report.waiting())
                        + " deliveries are kept; run `broadsheet send " + newsletter.id() + "` again to go on" + best);
    }

    private void sayPaused(App app, Newsletter newsletter, StoredEdition edition) {
        app.paused()
                .reason(edition.id())
                .ifPresent(reason -> terminal.err()
                        .println(newsletter.id() + ": " + reason + "; the rest waits for you: see"
                                + " `broadsheet status --failed`, then `broadsheet send " + newsletter.id()
                                + " --resume`"));
    }

    private static String next(Newsletter newsletter, Instant when) {
        return DueTimes.next(newsletter, when)
                .map(next -> "; the next one is due " + DueTimes.shown(newsletter, next))
                .orElse("");
    }
}

package org.broadsheet.cli;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.app.App;
import org.broadsheet.app.DueTimes;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.RoundUpDue;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.subscriber.Frequency;

/** Makes round-ups by hand, and says what came of it. */
final class RoundUpSending {
    private final App app;
    private final Terminal terminal;

    RoundUpSending(App app, Terminal terminal) {
        this.app = app;
        this.terminal = terminal;
    }

    /** What an edition is called in messages. */
    static String name(Newsletter newsletter, StoredEdition edition) {
        return edition.week()
                .map(week -> "round-up of " + week)
                .orElseGet(() -> "edition of " + DueTimes.shown(newsletter, edition.scheduledFor()));
    }

    /** Makes the round-up that is due, unless it is made; what it owes is then open. */
    void publish(Newsletter newsletter, Instant when) throws InterruptedException {
        Optional<RoundUpDue> due = DueTimes.latestRoundUp(newsletter, when);
        if (due.isEmpty()) {
            say(newsletter, "no round-up is due yet" + next(newsletter, when));
        } else if (app.pipeline().published(newsletter, due.get()).isPresent()) {
            say(newsletter, "the round-up of " + due.get().week() + " is made" + next(newsletter, when));
        } else if (isWanted(newsletter, when)
                && app.pipeline().publishRoundUp(newsletter, due.get(), when).isEmpty()) {
            sayNothingTold(newsletter, when);
        }
    }

    /** Says what {@link #publish} would make, and for how many. */
    void rehearse(Newsletter newsletter, Instant when) throws InterruptedException {
        Optional<RoundUpDue> due = DueTimes.latestRoundUp(newsletter, when);
        Optional<StoredEdition> made = due.flatMap(some -> app.pipeline().published(newsletter, some));
        if (due.isEmpty()) {
            say(newsletter, "no round-up is due yet" + next(newsletter, when));
        } else if (made.isPresent()) {
            long open = app.ledger().counts(made.get().id()).open();
            say(newsletter, "the round-up of " + due.get().week() + " is made; " + open + " deliveries are open");
        } else if (isWanted(newsletter, when)) {
            rehearse(newsletter, app.pipeline().rehearseRoundUp(newsletter, due.get(), when), when);
        }
    }

    private void rehearse(Newsletter newsletter, Edition roundUp, Instant when) throws InterruptedException {
        if (roundUp.isEmpty()) {
            sayNothingTold(newsletter, when);
            return;
        }
        long stories = roundUp.stories().count();
        long readers = app.pipeline().readers(newsletter, Frequency.WEEKLY);
        say(
                newsletter,
                "would send " + Amount.of(stories, "story", "stories") + " to "
                        + Amount.of(readers, "weekly reader", "weekly readers") + ": \""
                        + app.pipeline().render(roundUp, newsletter.images()).subject() + "\"");
    }

    private boolean isWanted(Newsletter newsletter, Instant when) {
        boolean wanted = app.pipeline().readers(newsletter, Frequency.WEEKLY) > 0;
        if (!wanted) {
            say(newsletter, "no reader chose one mail a week, so no round-up" + next(newsletter, when));
        }
        return wanted;
    }

    private void sayNothingTold(Newsletter newsletter, Instant when) {
        say(newsletter, "no edition told anything this week, so no round-up" + next(newsletter, when));
    }

    private void say(Newsletter newsletter, String text) {
        terminal.out().println(newsletter.id() + ": " + text);
    }

    private static String next(Newsletter newsletter, Instant when) {
        return DueTimes.nextRoundUp(newsletter, when)
                .map(next -> "; the next one is due " + DueTimes.shown(newsletter, next))
                .orElse("");
    }
}

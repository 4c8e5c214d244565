package org.broadsheet.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.Failure;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Schedule;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.delivery.OpenEdition;
import org.broadsheet.delivery.Reach;
import org.broadsheet.edition.RoundUpDue;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.schedule.Runs;
import org.broadsheet.subscriber.Frequency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service does when a newsletter is due, and with deliveries that are still open afterwards. */
final class EditionRuns implements Runs {
    private static final Logger LOG = LoggerFactory.getLogger(EditionRuns.class);

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);

    private final App app;
    private final Configuration configuration;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final Map<Task, Unmade> unmade = new ConcurrentHashMap<>();
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    EditionRuns(App app, Configuration configuration, Clock clock) {
        this.app = app;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** What a newsletter is due with. */
    private record Task(Newsletter newsletter, boolean roundUp) {
        Duration grace() {
            return (roundUp ? newsletter.roundUpSchedule() : newsletter.schedule())
                    .map(Schedule::grace)
                    .orElse(Duration.ZERO);
        }

        @Override
        public String toString() {
            return newsletter.id() + (roundUp ? " round-up" : "");
        }
    }

    /** An edition that failed to be made, to be tried again. */
    private record Unmade(Instant scheduledFor, Instant nextTry) {}

    @Override
    public void run(String newsletterId, Instant scheduledFor) throws InterruptedException {
        synchronized (lock(newsletterId)) {
            // The round-up of the same time may have seen to it already.
            if (!scheduledFor.equals(begun.put(newsletterId, scheduledFor))) {
                attempt(new Task(newsletter(newsletterId), false), scheduledFor);
            }
        }
    }

    /** Makes and delivers the round-up of that due time; an edition that is due at the same time comes first. */
    void runRoundUp(String newsletterId, Instant due) throws InterruptedException {
        Newsletter newsletter = newsletter(newsletterId);
        synchronized (lock(newsletterId)) {
            if (newsletter.schedule().isPresent()
                    && DueTimes.latest(newsletter, due).filter(due::equals).isPresent()) {
                editionFirst(newsletterId, due);
            }
            attempt(new Task(newsletter, true), due);
        }
    }

    private void editionFirst(String newsletterId, Instant due) throws InterruptedException {
        try {
            run(newsletterId, due);
        } catch (Failure failure) {
            LOG.error("{}: {}; the round-up goes on without that edition", newsletterId, failure.getMessage());
        }
    }

    private Newsletter newsletter(String id) {
        return configuration.newsletter(id).orElseThrow();
    }

    /** What a newsletter tells depends on what it told, so it makes one edition at a time. */
    private Object lock(String newsletterId) {
        return locks.computeIfAbsent(newsletterId, id -> new Object());
    }

    private void attempt(Task task, Instant scheduledFor) throws InterruptedException {
        synchronized (lock(task.newsletter().id())) {
            unmade.remove(task);
            try {
                if (task.roundUp()) {
                    makeAndDeliver(
                            task.newsletter(),
                            new RoundUpDue(scheduledFor, task.newsletter().timeZone()));
                } else {
                    makeAndDeliver(task.newsletter(), scheduledFor);
                }
            } catch (Failure failure) {
                tryAgain(task, scheduledFor, failure);
            }
        }
    }

    /** An outage at seven must not cost the day's edition, as long as the grace lasts. */
    private void tryAgain(Task task, Instant scheduledFor, Failure failure) {
        Instant next = clock.instant().plus(TRY_AGAIN_AFTER);
        if (next.isAfter(scheduledFor.plus(task.grace()))) {
            throw failure;
        }
        unmade.put(task, new Unmade(scheduledFor, next));
        LOG.error("{}: {}; tried again at {}", task, failure.getMessage(), next);
    }

    private void makeAndDeliver(Newsletter newsletter, RoundUpDue due) throws InterruptedException {
        if (app.pipeline().readers(newsletter, Frequency.WEEKLY) == 0) {
            LOG.info("{}: no reader wants one mail a week, so no round-up is made", newsletter.id());
            return;
        }
        Optional<StoredEdition> roundUp = app.pipeline().publishRoundUp(newsletter, due, clock.instant());
        if (roundUp.isEmpty()) {
            LOG.info("{}: no edition told anything this week, so no round-up is made", newsletter.id());
            return;
        }
        LOG.info(
                "{}: round-up {} \"{}\"",
                newsletter.id(),
                roundUp.get().id(),
                roundUp.get().rendered().subject());
        deliver(roundUp.get());
    }

    private void makeAndDeliver(Newsletter newsletter, Instant scheduledFor) throws InterruptedException {
        if (app.pipeline().published(newsletter, scheduledFor).isEmpty()) {
            collect(newsletter);
        }
        Optional<StoredEdition> edition = app.pipeline().publish(newsletter, scheduledFor, clock.instant());
        if (edition.isEmpty()) {
            LOG.info("{}: nothing new to tell, so no edition is made", newsletter.id());
            return;
        }
        LOG.info(
                "{}: edition {} \"{}\"",
                newsletter.id(),
                edition.get().id(),
                edition.get().rendered().subject());
        deliver(edition.get());
    }

    private void collect(Newsletter newsletter) throws InterruptedException {
        CollectReport report = app.pipeline().collect(List.of(newsletter), Asker.SERVICE, CollectProgress.SILENT);
        report.problems().forEach((feed, problem) -> LOG.warn("{}: feed {}: {}", newsletter.id(), feed, problem));
        LOG.info(
                "{}: {} feeds read, {} failed, {} new articles, {} full texts",
                newsletter.id(),
                report.read(),
                report.problems().size(),
                report.added(),
                report.texts());
        newsletter.feeds().stream()
                .flatMap(feed -> app.feeds().state(feed.url()).stream())
                .filter(state -> state.needsAdmin(clock.instant()))
                .forEach(state -> LOG.error(
                        "{}: feed {} fails since {}; mend its address, or remove it from the newsletter",
                        newsletter.id(),
                        state.url(),
                        state.patience().failingSince().orElse(state.checkedAt())));
        if (report.allFailed()) {
            throw new Failure("no feed could be read; is this machine connected to the network?");
        }
    }

    /** Goes on with what failed before, editions and deliveries; called again and again while the service runs. */
    void goOn() throws InterruptedException {
        for (Map.Entry<Task, Unmade> entry : unmade.entrySet()) {
            if (!entry.getValue().nextTry().isAfter(clock.instant())) {
                attempt(entry.getKey(), entry.getValue().scheduledFor());
            }
        }
        for (OpenEdition open : app.ledger().openEditions()) {
            Instant due = notBefore.getOrDefault(open.editionId(), open.nextAttempt());
            if (!due.isAfter(clock.instant()) && !app.paused().waits(open.editionId())) {
                app.editions().find(open.editionId()).ifPresent(this::deliver);
            }
        }
    }

    /** A schedule's run and {@link #goOn} may come to the same edition; one of them is enough. */
    private void deliver(StoredEdition edition) {
        if (!underWay.add(edition.id())) {
            return;
        }
        try {
            note(edition, app.pipeline().deliver(edition, Reach.DUE, new DeliveryLog(edition.newsletter(), clock)));
        } finally {
            underWay.remove(edition.id());
        }
    }

    private void note(StoredEdition edition, DispatchReport report) {
        LOG.info(
                "{}: {} sent, {} refused, {} deferred, {} open",
                edition.newsletter(),
                report.sent(),
                report.failed(),
                report.deferred(),
                report.open());
        notBefore.remove(edition.id());
        report.hold().ifPresent(hold -> {
            notBefore.put(edition.id(), hold.until());
            LOG.info(
                    "{}: {}; {} deliveries wait until {}",
                    edition.newsletter(),
                    hold.reason(),
                    report.open(),
                    hold.until());
        });
        app.paused()
                .reason(edition.id())
                .ifPresent(reason -> LOG.error(
                        "{}: {}; {} deliveries wait for you: see `broadsheet status --failed`, then `broadsheet send {} --resume`",
                        edition.newsletter(),
                        reason,
                        report.open(),
                        edition.newsletter()));
        report.relayProblem().ifPresent(problem -> {
            Instant next = report.nextRetry().orElse(clock.instant());
            notBefore.put(edition.id(), next);
            LOG.error(
                    "{}: {}; {} deliveries are kept and tried again at {}",
                    edition.newsletter(),
                    problem,
                    report.open(),
                    next);
        });
    }
}

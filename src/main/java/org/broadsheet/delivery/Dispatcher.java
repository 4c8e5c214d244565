package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.mail.EditionForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers editions: several connections side by side, each mail claimed in the ledger before it is sent and settled
 * after it. Whatever is killed whenever, the next run goes on where the ledger stands; a mail can arrive twice only when
 * the server's final reply to it was cut off. Safe for use by many threads, and by many processes on one ledger.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** With fewer mails than that, a connection more is not worth its opening. */
    static final int WORTHWHILE = 10;

    private final DeliveryParts parts;
    private final int connections;
    private final Owner owner;
    private final Clock clock;
    private final Set<DeliveryRun> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * A dispatcher for one process.
     *
     * @param connections how many are open at once, at most
     */
    public Dispatcher(DeliveryParts parts, int connections, Owner owner, Clock clock) {
        this.parts = parts;
        this.connections = connections;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Delivers what is open of one edition, and returns when nothing more can be done for now.
     *
     * @throws org.broadsheet.store.StorageFailure when the ledger cannot be written; nothing more is sent then
     */
    public DispatchReport deliver(EditionForms forms, Reach reach, DeliveryProgress progress) {
        String edition = forms.whole().editionId();
        int takenOver = parts.ledger().takeOver(edition, owner);
        if (takenOver > 0) {
            LOG.info("edition {}: going on with {} deliveries of a process that is gone", edition, takenOver);
        }
        if (reach == Reach.ALL) {
            parts.ledger().bringForward(edition);
        }
        long expired = parts.ledger().expire(edition);
        LedgerCounts before = parts.ledger().counts(edition);
        DeliveryRun run = new DeliveryRun(parts, forms, reach, before, progress, clock);
        runs.add(run);
        try {
            runToTheEnd(run, before.open());
        } finally {
            runs.remove(run);
            run.end();
        }
        return report(run, expired);
    }

    /** A lane that lost its connection gives deliveries back, perhaps after the others had ended; so look again. */
    private void runToTheEnd(DeliveryRun run, long total) {
        boolean goesOn = true;
        long open = total;
        while (open > 0 && goesOn && run.goesOn() && run.hold().isEmpty() && !stopped) {
            long before = run.settledSoFar();
            runLanes(run, (int) Math.min(connections, (open + WORTHWHILE - 1) / WORTHWHILE));
            goesOn = run.settledSoFar() > before;
            open = parts.ledger().due(run.editionId());
        }
    }

    private void runLanes(DeliveryRun run, int count) {
        Owner self = owner.lane(UUID.randomUUID().toString());
        ClaimPool pool = new ClaimPool(run, self, parts.pacing().throttle());
        ExecutorService threads = Executors.newFixedThreadPool(count, task -> new Thread(task, "delivery-lane"));
        try (LedgerWriter writer = new LedgerWriter(run, parts.ledger())) {
            Conclusions conclusions = new Conclusions(parts, run, writer, clock);
            LookAhead looks = new LookAhead(parts.ledger(), run, pool, clock);
            Preparation preparation = new Preparation(parts, run, pool, looks, conclusions);
            List<Future<?>> lanes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                lanes.add(threads.submit(new Lane(parts, run, pool, preparation, conclusions, clock)));
            }
            awaitAll(run, lanes);
            conclusions.end();
            writer.flush();
        } finally {
            threads.shutdown();
            pool.release();
        }
    }

    /** Waits for every lane, also when one failed or this thread is interrupted: what is in flight must be settled. */
    private static void awaitAll(DeliveryRun run, List<Future<?>> lanes) {
        boolean interrupted = false;
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> lane : lanes) {
            boolean ended = false;
            while (!ended) {
                try {
                    lane.get();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    run.stop();
                } catch (ExecutionException e) {
                    ended = true;
                    run.stop();
                    failures.add(Objects.requireNonNull(e.getCause()));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failures.stream().findFirst().ifPresent(Dispatcher::rethrow);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        // A lane throws nothing checked.
        throw (RuntimeException) failure;
    }

    private DispatchReport report(DeliveryRun run, long expired) {
        LedgerCounts counts = parts.ledger().counts(run.editionId());
        // A lane that could not connect is no problem when the others did its work.
        boolean hindered =
                run.settledAs(DeliveryState.SENT) == 0 || parts.ledger().due(run.editionId()) > 0;
        if (!hindered) {
            run.relayFailure().ifPresent(failure -> LOG.debug("fewer connections than configured", failure));
        }
        Optional<String> problem =
                run.relayFailure().filter(failure -> hindered).map(Throwable::getMessage);
        Optional<Instant> next = problem.isPresent()
                ? Optional.of(clock.instant().plus(parts.backoff().after(0)))
                : parts.ledger().nextAttempt(run.editionId());
        DispatchReport report = new DispatchReport(
                run.settledAs(DeliveryState.SENT),
                run.settledAs(DeliveryState.FAILED),
                run.settledAs(DeliveryState.SKIPPED),
                run.settledAs(DeliveryState.EXPIRED) + expired,
                counts.of(DeliveryState.DEFERRED),
                run.goesOn() && run.hold().isEmpty() ? parts.ledger().waiting(run.editionId()) : 0,
                counts.open(),
                run.hold(),
                problem,
                run.hold().map(Hold::until).or(() -> next));
        // The reason for a problem may quote a reader's address, so it goes to the admin and not into the log.
        LOG.debug(
                "edition {}: {} sent, {} failed, {} skipped, {} expired, {} open",
                run.editionId(),
                report.sent(),
                report.failed(),
                report.skipped(),
                report.expired(),
                report.open());
        return report;
    }

    /** Lets what is in flight finish, and begins nothing more, in this process. Returns at once. */
    public void stop() {
        stopped = true;
        runs.forEach(DeliveryRun::stop);
    }

    /**
     * Waits, after {@link #stop}, until the ledger is in order.
     *
     * @return false when something was still in flight by then; the next start sorts it out
     */
    public boolean awaitIdle(Duration longest) throws InterruptedException {
        for (DeliveryRun run : runs) {
            if (!run.awaitEnd(longest.toMillis())) {
                return false;
            }
        }
        return true;
    }
}

package org.broadsheet.bounce;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox while the service runs: at once where the server tells of new mails, and every few minutes anyway,
 * because a connection may die without a word. An outage of the mailbox or the database is only time lost.
 */
public final class ReturnWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A server that forgets what was marked would else be asked for ever. */
    private static final int ROUNDS = 20;

    private final ReturnMailbox mailbox;
    private final Returns returns;
    private final Duration every;
    private final Clock clock;
    private final Thread thread = new Thread(this::watch, "returned-mail");
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    /** A wait at a dead connection may never end, so it gets a thread that nobody waits for. */
    private final Executor waiters = task -> {
        Thread waiter = new Thread(task, "returned-mail-idle");
        waiter.setDaemon(true);
        waiter.start();
    };

    /** Begins with {@link #start}. */
    public ReturnWatch(ReturnMailbox mailbox, Returns returns, Duration every, Clock clock) {
        this.mailbox = mailbox;
        this.returns = returns;
        this.every = every;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to read, in a thread of its own. */
    public void start() {
        thread.start();
    }

    /**
     * Looks once, in this thread.
     *
     * @throws Failure when the mailbox cannot be read
     */
    public FetchReport fetch() {
        try (OpenMailbox open = mailbox.open()) {
            return open.takeAll(returns, clock.instant());
        }
    }

    private void watch() {
        try {
            do {
                readAndListen();
            } while (!ends(stop, every));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAndListen() throws InterruptedException {
        try {
            OpenMailbox open = mailbox.open();
            try {
                do {
                    takeAll(open);
                } while (open.canIdle() && listened(open));
            } finally {
                ends(CompletableFuture.runAsync(open::close, waiters), PATIENCE);
            }
        } catch (Failure failure) {
            LOG.warn("{}; tried again in {} s", failure.getMessage(), every.toSeconds());
        } catch (RuntimeException bug) {
            // One mail must not stop all others for ever, nor go unnoticed.
            LOG.error("reading returned mail failed by a bug; tried again in {} s", every.toSeconds(), bug);
        }
    }

    /** Looks again after there was something: what came meanwhile is not told of a second time. */
    private void takeAll(OpenMailbox open) {
        FetchReport report;
        int rounds = 0;
        do {
            report = open.takeAll(returns, clock.instant());
            report(report);
            rounds++;
        } while (report.read() > 0 && rounds < ROUNDS);
    }

    /** Whether to read again over this connection: its wait ended in good order, and not because of {@link #close}. */
    private boolean listened(OpenMailbox open) throws InterruptedException {
        CompletableFuture<Void> idle = CompletableFuture.runAsync(open::idle, waiters);
        if (!ends(CompletableFuture.anyOf(idle, stop), every)) {
            ends(CompletableFuture.runAsync(open::wake, waiters), PATIENCE);
            return ends(idle, PATIENCE) && !idle.isCompletedExceptionally();
        }
        return !stop.isDone() && !idle.isCompletedExceptionally();
    }

    /** False when the time is up first. */
    private static boolean ends(CompletableFuture<?> work, Duration time) throws InterruptedException {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            LOG.debug("the mailbox's connection ended", e);
            return true;
        }
    }

    private static void report(FetchReport report) {
        if (report.read() > 0) {
            LOG.info(
                    "{} returned mails: {} suppressed an address, {} left a newsletter, {} are for a person to read",
                    report.read(),
                    report.suppressed(),
                    report.unsubscribed(),
                    report.left());
        }
    }

    /** Lets the mail in hand be taken to its end; what is not read by then is read at the next start. */
    @Override
    public void close() {
        stop.complete(null);
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

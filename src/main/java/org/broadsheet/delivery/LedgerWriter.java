package org.broadsheet.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes results into the ledger for all lanes of a run, as many in one transaction as have come in while the last one
 * was written. Safe for use by many threads.
 *
 * <p>Whoever needs a result to be written does it, and takes along what others handed over: to wake another thread for
 * each result would take as long as writing it. What nobody waits for is written a moment later.
 */
final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int MOST = 500;
    /** A result that is not written yet is a mail that a crash would double. */
    private static final long LATEST_MS = 10;

    private final DeliveryRun run;
    private final LedgerStore ledger;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Lock writing = new ReentrantLock();
    private final ScheduledExecutorService late =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "delivery-ledger"));
    private final Future<?> regular;
    private volatile CompletableFuture<Void> failed = CompletableFuture.completedFuture(null);

    /** A writer that works until it is closed. */
    LedgerWriter(DeliveryRun run, LedgerStore ledger) {
        this.run = run;
        this.ledger = ledger;
        this.regular = late.scheduleWithFixedDelay(this::writeAll, LATEST_MS, LATEST_MS, TimeUnit.MILLISECONDS);
    }

    private record Entry(Settled settled, CompletableFuture<Void> written) {}

    /** A result that was handed over. */
    static final class Receipt {
        private final CompletableFuture<Void> written;
        private final Runnable writer;

        private Receipt(CompletableFuture<Void> written, Runnable writer) {
            this.written = written;
            this.writer = writer;
        }

        /** For a lane that has handed over nothing yet. */
        static Receipt none() {
            return new Receipt(CompletableFuture.completedFuture(null), () -> {});
        }

        /**
         * Returns when the result is on the disk.
         *
         * @throws org.broadsheet.store.StorageFailure when it could not be written
         */
        void await() {
            while (!written.isDone()) {
                writer.run();
            }
            join(written);
        }
    }

    private static void join(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Hands over a result; returns at once. */
    Receipt write(Claim claim, Settlement settlement) {
        Entry entry = new Entry(new Settled(claim, settlement), new CompletableFuture<>());
        entries.add(entry);
        return new Receipt(entry.written(), this::writeSome);
    }

    private void writeAll() {
        // At least once: what another thread is writing at the moment has come out of the queue already.
        do {
            writeSome();
        } while (!entries.isEmpty());
    }

    /** Writes what has come in, unless another thread did while this one waited for its turn. */
    private void writeSome() {
        writing.lock();
        try {
            List<Entry> batch = new ArrayList<>();
            entries.drainTo(batch, MOST);
            write(batch);
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Entry> batch) {
        List<Settled> settled = batch.stream().map(Entry::settled).toList();
        try {
            List<Settled> lost = ledger.settle(settled);
            lost.forEach(one -> LOG.warn(
                    "edition {}: another process took over {}",
                    one.claim().editionId(),
                    one.claim().subscriberId()));
            settled.stream().filter(one -> !lost.contains(one)).forEach(run::settled);
            batch.forEach(entry -> entry.written().complete(null));
        } catch (RuntimeException | Error e) {
            // The lanes hear it, and with them whoever runs the delivery.
            run.stop();
            batch.forEach(entry -> entry.written().completeExceptionally(e));
            failed = CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Returns when all that was handed over is on the disk.
     *
     * @throws org.broadsheet.store.StorageFailure when something could not be written
     */
    void flush() {
        writeLate();
        join(failed);
    }

    /** By the other thread, since this one may be interrupted, and what was sent must be written, whoever is impatient. */
    private void writeLate() {
        CompletableFuture.runAsync(this::writeAll, late).join();
    }

    /** Returns when everything is written, or could not be. */
    @Override
    public void close() {
        regular.cancel(false);
        writeLate();
        late.shutdown();
    }
}

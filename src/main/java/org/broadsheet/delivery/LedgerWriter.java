package org.broadsheet.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes results into the ledger for all lanes of a run, as many in one transaction as have come in while the last one
 * was written. Safe for use by many threads.
 */
final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int MOST = 500;

    private final DeliveryRun run;
    private final LedgerStore ledger;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private volatile boolean closing;
    private volatile Receipt failed = Receipt.none();
    private final Thread thread = new Thread(this::writeAll, "delivery-ledger");

    /** A writer that works until it is closed. */
    LedgerWriter(DeliveryRun run, LedgerStore ledger) {
        this.run = run;
        this.ledger = ledger;
        thread.start();
    }

    /** A result, or but the wish to hear of those before. */
    private record Entry(Optional<Settled> settled, CompletableFuture<Void> written) {}

    /** A result that was handed over. */
    static final class Receipt {
        private final CompletableFuture<Void> written;

        private Receipt(CompletableFuture<Void> written) {
            this.written = written;
        }

        /** For a lane that has handed over nothing yet. */
        static Receipt none() {
            return new Receipt(CompletableFuture.completedFuture(null));
        }

        /**
         * Returns when the result is on the disk.
         *
         * @throws org.broadsheet.store.StorageFailure when it could not be written
         */
        void await() {
            try {
                written.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    /** Hands over a result; returns at once. */
    Receipt write(Claim claim, Settlement settlement) {
        return add(Optional.of(new Settled(claim, settlement)));
    }

    private Receipt add(Optional<Settled> settled) {
        Entry entry = new Entry(settled, new CompletableFuture<>());
        entries.add(entry);
        return new Receipt(entry.written());
    }

    private void writeAll() {
        while (!closing || !entries.isEmpty()) {
            write(next());
        }
    }

    private List<Entry> next() {
        List<Entry> batch = new ArrayList<>();
        boolean interrupted = false;
        while (batch.isEmpty()) {
            try {
                batch.add(entries.take());
            } catch (InterruptedException e) {
                // What was sent must be written, whoever is impatient.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        entries.drainTo(batch, MOST);
        return batch;
    }

    private void write(List<Entry> batch) {
        List<Settled> settled =
                batch.stream().flatMap(entry -> entry.settled().stream()).toList();
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
            failed = new Receipt(batch.get(0).written());
        }
    }

    /**
     * Returns when all that was handed over is on the disk.
     *
     * @throws org.broadsheet.store.StorageFailure when something could not be written
     */
    void flush() {
        add(Optional.empty()).await();
        failed.await();
    }

    /** Returns when everything is written, or could not be. */
    @Override
    public void close() {
        closing = true;
        add(Optional.empty());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

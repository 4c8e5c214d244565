package org.broadsheet.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C and SIGTERM end a command in good order. */
final class StopOnSignal {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration patience;
    private volatile Runnable stop = () -> {};

    private StopOnSignal(Duration patience) {
        this.patience = patience;
    }

    /** A command that a signal may end early. */
    interface Stoppable {
        /** Runs it; {@code signal} is told how to stop it. */
        int run(StopOnSignal signal) throws Exception;
    }

    /**
     * Runs a command. A signal asks it to stop, and the process ends when the command has ended, or when the patience is
     * over.
     */
    static int guard(Duration patience, Stoppable command) throws Exception {
        StopOnSignal signal = new StopOnSignal(patience);
        Thread hook = new Thread(signal::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.run(signal);
        } finally {
            signal.ended.countDown();
            remove(hook);
        }
    }

    /** From now on, a signal does this; it must return at once. */
    void calls(Runnable stopping) {
        stop = stopping;
    }

    private void stopAndWait() {
        stop.run();
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        // A hook that runs cannot be removed any more, nor need it be: the process is ending.
        if (hook.getState() == Thread.State.NEW) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}

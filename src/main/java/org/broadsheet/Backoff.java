package org.broadsheet;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, and never quite the same, so that
 * thousands of deferred mails, or readers of one feed, do not all come back at once.
 */
public final class Backoff {
    private static final double JITTER = 0.2;
    /** Doubling more often than that would overflow, long after every limit. */
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    /**
     * Waits that start and end there.
     *
     * @param random must be safe for use by many threads
     */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * The wait after a failure.
     *
     * @param attempts how often it was tried before this failure
     */
    public Duration after(int attempts) {
        double doubled = (double) first.toMillis() * (1L << Math.min(attempts, MOST_DOUBLINGS));
        double jitter = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled, (double) longest.toMillis()) * jitter));
    }
}

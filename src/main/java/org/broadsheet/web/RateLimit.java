package org.broadsheet.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of tokens for each client: every request takes one, and they come back with time. Safe for use by many
 * threads, and for this process alone. A client whose bucket is full again is forgotten, and so is the one that was silent
 * for longest when there are too many, so that no number of them costs more memory.
 */
final class RateLimit {
    private static final int CLIENTS = 10_000;

    private final int burst;
    private final Duration refill;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CLIENTS;
        }
    };

    /**
     * A limit.
     *
     * @param burst how many requests a client may make at once
     * @param refill how long one token takes to come back
     */
    RateLimit(int burst, Duration refill, Clock clock) {
        this.burst = burst;
        this.refill = refill;
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /** Takes a token of that client; false when there is none. */
    synchronized boolean allows(String client) {
        Instant now = clock.instant();
        forgetFull(now);
        double tokens = tokens(buckets.getOrDefault(client, new Bucket(burst, now)), now);
        boolean allowed = tokens >= 1;
        buckets.put(client, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }

    private double tokens(Bucket bucket, Instant now) {
        double back = (double) Duration.between(bucket.at(), now).toMillis() / refill.toMillis();
        return Math.min(burst, bucket.tokens() + Math.max(0, back));
    }

    /** Those silent for longest come first, so one look at the first is mostly all. */
    private void forgetFull(Instant now) {
        Iterator<Bucket> silent = buckets.values().iterator();
        while (silent.hasNext() && tokens(silent.next(), now) >= burst) {
            silent.remove();
        }
    }

    /** After how many seconds a refused client may come again. */
    long retryAfterSeconds() {
        return Math.max(1, refill.toSeconds());
    }
}

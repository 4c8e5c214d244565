package org.broadsheet.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of tokens for each client: every request takes one, and they come back with time. Safe for use by many
 * threads; remembers the most recent clients only, so that many of them cost no memory.
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
        Bucket before = buckets.getOrDefault(client, new Bucket(burst, now));
        double back = (double) Duration.between(before.at(), now).toMillis() / refill.toMillis();
        double tokens = Math.min(burst, before.tokens() + Math.max(0, back));
        boolean allowed = tokens >= 1;
        buckets.put(client, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }

    /** After how many seconds a refused client may come again. */
    long retryAfterSeconds() {
        return Math.max(1, refill.toSeconds());
    }
}

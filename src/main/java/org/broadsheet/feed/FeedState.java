package org.broadsheet.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.feed.repair.Repair;
import org.broadsheet.net.Validators;

/**
 * How a feed stands, as its last fetches left it.
 *
 * @param title that it gives itself; empty when it has none or was never read
 * @param format of what was read last; empty when nothing was
 * @param entries how many it held when it was read last
 * @param readAt when it was last read anew; empty when never
 * @param problem why the last fetch failed; empty when it did not
 * @param patience until when it is left alone, and why
 */
public record FeedState(
        URI url,
        String title,
        String format,
        List<Repair> repairs,
        int entries,
        Instant checkedAt,
        Optional<Instant> readAt,
        Validators validators,
        Optional<URI> movedTo,
        int failures,
        Optional<String> problem,
        Patience patience) {
    private static final Duration A_WEEK = Duration.ofDays(7);

    public FeedState {
        repairs = List.copyOf(repairs);
    }

    /** Whether it is gone, or has failed for so long that it will not come back by itself. */
    public boolean needsAdmin(Instant now) {
        return patience.goneAt().isPresent()
                || patience.failingSince()
                        .filter(since -> since.isBefore(now.minus(A_WEEK)))
                        .isPresent();
    }

    /**
     * Until when a feed is left alone.
     *
     * @param notBefore what its server asked for (Retry-After, Cache-Control)
     * @param retryAt when it is tried again after a failure
     * @param failingSince since when every fetch failed
     * @param goneAt when its server said that it is gone for good
     */
    public record Patience(
            Optional<Instant> notBefore,
            Optional<Instant> retryAt,
            Optional<Instant> failingSince,
            Optional<Instant> goneAt) {
        /** Nothing keeps it from being asked. */
        public static final Patience NONE =
                new Patience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package org.broadsheet.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.broadsheet.Backoff;
import org.broadsheet.feed.FeedState.Patience;

/**
 * Decides when a feed may be asked again. A server's wish is respected whoever asks; the wait after a failure is for
 * those who would ask again and again, and not for an admin who has just mended it.
 */
public final class FeedManners {
    /** Longer freshness is not believed: a daily edition must not miss the news because a server was set up so. */
    static final Duration FRESHEST = Duration.ofMinutes(30);

    private static final Duration LONGEST_WISH = Duration.ofDays(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(12);

    private final Clock clock;
    private final Backoff afterFailure;
    private final Backoff afterWish;

    /** Who wants a feed. */
    public enum Asker {
        /** Somebody at a terminal, who looks at what comes of it. */
        BY_HAND,
        /** The service, which asks again by itself. */
        SERVICE
    }

    /** @param random must be safe for use by many threads */
    public FeedManners(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.afterFailure = new Backoff(Duration.ofMinutes(5), LONGEST_WAIT, random);
        this.afterWish = new Backoff(Duration.ofMinutes(15), LONGEST_WAIT, random);
    }

    /** Why a feed is not to be asked now; empty when it may be. */
    public Optional<FetchOutcome.NotAsked> reasonToWait(FeedState state, Asker asker) {
        Instant now = clock.instant();
        Patience patience = state.patience();
        if (patience.goneAt().isPresent()) {
            return Optional.of(new FetchOutcome.NotAsked(patience.goneAt().map(FetchOutcome::goneSince)));
        }
        Optional<Instant> until = patience.notBefore()
                .or(() -> asker == Asker.SERVICE ? patience.retryAt() : Optional.empty())
                .filter(now::isBefore);
        return until.map(instant -> new FetchOutcome.NotAsked(state.problem()
                .map(problem -> problem + "; not asked again before " + instant.truncatedTo(ChronoUnit.SECONDS))));
    }

    /** Until when a feed is left alone after an outcome. */
    public Patience after(FetchOutcome outcome, Optional<FeedState> before) {
        Instant now = clock.instant();
        Optional<Instant> failingSince =
                before.flatMap(state -> state.patience().failingSince()).or(() -> Optional.of(now));
        int failures = before.map(FeedState::failures).orElse(0);
        if (outcome instanceof FetchOutcome.Gone) {
            return new Patience(Optional.empty(), Optional.empty(), failingSince, Optional.of(now));
        }
        if (outcome instanceof FetchOutcome.RateLimited limited) {
            Duration wish = limited.retryAfter().orElse(Duration.ZERO);
            Duration wait = wish.isZero() ? afterWish.after(failures) : believable(wish);
            return new Patience(Optional.of(now.plus(wait)), Optional.empty(), failingSince, Optional.empty());
        }
        if (outcome instanceof FetchOutcome.Failed) {
            Instant retry = now.plus(afterFailure.after(failures));
            return new Patience(Optional.empty(), Optional.of(retry), failingSince, Optional.empty());
        }
        Optional<Instant> stale = outcome.fresh().map(fresh -> now.plus(shorter(fresh, FRESHEST)));
        return new Patience(stale, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What a server asks for, but never so long that its feed is as good as lost. */
    static Duration believable(Duration wish) {
        return shorter(wish, LONGEST_WISH);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

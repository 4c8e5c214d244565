package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedState.Patience;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class FeedMannersTest {
    private static final FetchOutcome FAILED = new FetchOutcome.Failed("the server answered 500");
    private static final FetchOutcome BUSY = new FetchOutcome.RateLimited(Optional.empty());
    private static final URI FEED = URI.create("https://blatt.example/feed.xml");

    private final long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final TestClock clock = new TestClock();
    private final FeedManners manners = new FeedManners(clock, random);

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToHalfADayAndNeverAllAtOnce() {
        for (int failures = 0; failures < 200; failures++) {
            assertWithin(retry(failures), Duration.ofMinutes(5), failures);
            assertWithin(rest(failures), Duration.ofMinutes(15), failures);
        }
        assertThat(List.of(retry(3), retry(3), retry(3), retry(3)))
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
    }

    private void assertWithin(Duration wait, Duration first, int failures) {
        double middle = Math.min(first.toSeconds() * Math.pow(2, failures), 12.0 * 3600);
        assertThat((double) wait.toMillis() / 1000)
                .as("seed %d, after %d failures", seed, failures)
                .isBetween(middle * 0.8, middle * 1.2);
    }

    private Duration retry(int failures) {
        return untilThen(manners.after(FAILED, failed(failures)).retryAt());
    }

    private Duration rest(int failures) {
        return untilThen(manners.after(BUSY, failed(failures)).notBefore());
    }

    @Test
    void doesWhatTheServerAsksForWithinReason() {
        for (int i = 0; i < 1_000; i++) {
            Duration wish = Duration.ofSeconds(1 + random.nextInt(1_000_000));
            Duration wait =
                    untilThen(manners.after(new FetchOutcome.RateLimited(Optional.of(wish)), failed(random.nextInt(9)))
                            .notBefore());

            assertThat(wait).as("seed %d, %s", seed, wish).isEqualTo(shorter(wish, Duration.ofDays(2)));
        }
    }

    @Test
    void believesForHalfAnHourAtMostThatNothingIsNewer() {
        for (int i = 0; i < 1_000; i++) {
            Duration fresh = Duration.ofSeconds(random.nextInt(100_000));
            Patience patience = manners.after(new FetchOutcome.Unchanged(Optional.of(fresh)), failed(4));

            assertThat(untilThen(patience.notBefore()))
                    .as("seed %d, %s", seed, fresh)
                    .isEqualTo(shorter(fresh, Duration.ofMinutes(30)));
            assertThat(patience.retryAt()).isEmpty();
            assertThat(patience.failingSince()).isEmpty();
        }
    }

    @Test
    void remembersSinceWhenAFeedFailsUntilItWorks() {
        Instant begun = clock.instant();
        Patience patience = manners.after(FAILED, Optional.empty());
        for (FetchOutcome outcome : List.of(BUSY, FAILED, new FetchOutcome.Gone(), FAILED)) {
            clock.advance(Duration.ofDays(3));
            patience = manners.after(outcome, Optional.of(new FeedStateSample(FEED).failed(1, patience)));
            assertThat(patience.failingSince()).contains(begun);
        }

        assertThat(manners.after(new FetchOutcome.Unchanged(Optional.empty()), failed(4)))
                .isEqualTo(Patience.NONE);
    }

    @Test
    void letsTheServiceWaitLongerThanAnAdminAndNobodyAskBeforeTheServerWants() {
        Optional<Instant> later = Optional.of(clock.instant().plusSeconds(60));
        Optional<Instant> none = Optional.empty();
        Patience afterFailure = new Patience(none, later, none, none);
        Patience asked = new Patience(later, none, none, none);

        assertThat(waits(afterFailure, Asker.BY_HAND)).isFalse();
        assertThat(waits(afterFailure, Asker.SERVICE)).isTrue();
        assertThat(waits(asked, Asker.BY_HAND)).isTrue();
        assertThat(waits(asked, Asker.SERVICE)).isTrue();
        clock.advance(Duration.ofSeconds(60));
        assertThat(waits(afterFailure, Asker.SERVICE)).isFalse();
        assertThat(waits(asked, Asker.BY_HAND)).isFalse();
        clock.advance(Duration.ofDays(900));
        assertThat(waits(new Patience(none, none, none, later), Asker.BY_HAND)).isTrue();
    }

    @Test
    void saysWhyItDoesNotAskInWordsThatStayTrue() {
        clock.advance(Duration.ofMillis(123));
        Patience asked = new Patience(
                Optional.of(clock.instant().plusSeconds(3600)), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(manners.reasonToWait(new FeedStateSample(FEED).failed(1, asked), Asker.BY_HAND)
                        .orElseThrow()
                        .problem())
                .contains("the server answered 500; not asked again before 2026-11-23T07:00:00Z");
        assertThat(new FetchOutcome.RateLimited(Optional.of(Duration.ofMinutes(60))).lastingProblem())
                .contains("the server asks to be asked less often");
        // Nothing is wrong with a feed that is known to be fresh.
        assertThat(manners.reasonToWait(new FeedStateSample(FEED).failed(0, asked), Asker.BY_HAND)
                        .orElseThrow()
                        .problem())
                .isEmpty();
    }

    private boolean waits(Patience patience, Asker asker) {
        return manners.reasonToWait(new FeedStateSample(FEED).failed(1, patience), asker)
                .isPresent();
    }

    private static Optional<FeedState> failed(int failures) {
        return failures == 0
                ? Optional.empty()
                : Optional.of(new FeedStateSample(FEED).failed(failures, Patience.NONE));
    }

    private Duration untilThen(Optional<Instant> instant) {
        return Duration.between(clock.instant(), instant.orElseThrow());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package org.broadsheet.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Pace.DomainLimit;
import org.broadsheet.config.Pace.Limit;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final long SEED = Long.getLong("broadsheet.seed", new Random().nextLong());

    private final TestClock clock = new TestClock();

    private Throttle throttle(int perMinute, Limit each, DomainLimit... domains) {
        return new Throttle(new Pace(perMinute, each, List.of(domains), Optional.empty(), Optional.empty(), 20), clock);
    }

    private static boolean goes(Throttle throttle, String domain) {
        boolean goes = throttle.ask(domain) instanceof Permit.Go;
        if (goes) {
            throttle.done(domain);
        }
        return goes;
    }

    private int sentIn(Throttle throttle, String domain, Duration time) {
        Instant end = clock.instant().plus(time);
        int sent = 0;
        while (clock.instant().isBefore(end)) {
            sent += goes(throttle, domain) ? 1 : 0;
            clock.advance(Duration.ofMillis(50));
        }
        return sent;
    }

    @Test
    void withoutLimitsEverythingGoes() {
        Throttle throttle = throttle(0, Limit.NONE);
        assertThat(throttle.ask("example.org")).isEqualTo(new Permit.Go());
        assertThat(throttle.ask("example.org")).isEqualTo(new Permit.Go());
    }

    @Test
    void noMoreThanTheRateGoesInAnyMinute() {
        System.out.println("-Dbroadsheet.seed=" + SEED);
        Random random = new Random(SEED);
        Throttle throttle = throttle(120, Limit.NONE);
        Instant start = clock.instant();
        int sent = 0;
        for (int i = 0; i < 20_000; i++) {
            sent += goes(throttle, "d" + random.nextInt(5)) ? 1 : 0;
            clock.advance(Duration.ofMillis(random.nextInt(60)));
        }
        double minutes = Duration.between(start, clock.instant()).toMillis() / 60_000.0;
        // A second's worth may go ahead.
        assertThat(sent).isBetween((int) (minutes * 120 * 0.98), (int) Math.ceil(minutes * 120) + 3);
    }

    @Test
    void whoIsTooEarlyIsToldHowLongToWait() {
        Throttle throttle = throttle(60, Limit.NONE);
        goes(throttle, "a");
        goes(throttle, "a");
        assertThat(throttle.ask("b")).isInstanceOfSatisfying(Permit.Wait.class, wait -> {
            clock.advance(wait.time());
            assertThat(throttle.ask("b")).isEqualTo(new Permit.Go());
        });
    }

    @Test
    void aSlowDomainKeepsNoOtherBack() {
        Throttle throttle = throttle(0, Limit.NONE, new DomainLimit("GMX.de", 60, 0));
        assertThat(sentIn(throttle, "gmx.de", Duration.ofMinutes(2))).isBetween(119, 122);
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.class);
        assertThat(sentIn(throttle, "web.de", Duration.ofMinutes(1))).isEqualTo(1200);
    }

    @Test
    void aDomainGetsNoMoreMailsAtOnceThanItsConnections() {
        Throttle throttle = throttle(0, new Limit(0, 2));
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Go.class);
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Go.class);
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Later.class);
        assertThat(throttle.ask("web.de")).isInstanceOf(Permit.Go.class);

        throttle.done("gmx.de");

        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Go.class);
    }

    @Test
    void aDomainThatAsksForLessRestsAndRecoversStepByStep() {
        Throttle throttle = throttle(0, Limit.NONE, new DomainLimit("gmx.de", 600, 0));
        throttle.slowDown("gmx.de");
        throttle.slowDown("gmx.de");

        assertThat(sentIn(throttle, "gmx.de", Duration.ofMinutes(1))).isLessThanOrEqualTo(1);
        int slow = sentIn(throttle, "gmx.de", Duration.ofMinutes(1));
        assertThat(slow).isBetween(290, 310);

        throttle.accepted("gmx.de");
        assertThat(sentIn(throttle, "gmx.de", Duration.ofMinutes(1))).isBetween(440, 460);
        clock.advance(Duration.ofMinutes(2));
        throttle.accepted("gmx.de");
        assertThat(sentIn(throttle, "gmx.de", Duration.ofMinutes(1))).isBetween(590, 612);
    }

    @Test
    void aDomainWithoutALimitIsSlowedTooAndFreedInTheEnd() {
        Throttle throttle = throttle(0, Limit.NONE);
        throttle.slowDown("gmx.de");
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Later.class);

        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(3));
            throttle.accepted("gmx.de");
        }

        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Go.class);
        assertThat(throttle.ask("gmx.de")).isInstanceOf(Permit.Go.class);
    }

    @Test
    void mailsToASlowDomainArePutOffOneAfterAnotherAndNoneForLong() {
        Throttle throttle = throttle(0, Limit.NONE, new DomainLimit("gmx.de", 60, 0));
        while (goes(throttle, "gmx.de")) {}

        List<Instant> times = Stream.generate(() -> throttle.ask("gmx.de"))
                .limit(1000)
                .map(permit -> ((Permit.Later) permit).at())
                .toList();

        assertThat(times)
                .isSorted()
                .allMatch(time -> !time.isAfter(clock.instant().plus(Duration.ofMinutes(5))));
        assertThat(times.stream().limit(299).distinct()).hasSize(299);
    }

    @Test
    void mailsThatWaitForAConnectionArePutOffOneAfterAnother() {
        Throttle throttle = throttle(0, new Limit(0, 2));
        throttle.ask("gmx.de");
        throttle.ask("gmx.de");

        Permit.Later first = (Permit.Later) throttle.ask("gmx.de");
        Permit.Later second = (Permit.Later) throttle.ask("gmx.de");

        assertThat(Duration.between(first.at(), second.at())).isEqualTo(Duration.ofMillis(500));
    }
}

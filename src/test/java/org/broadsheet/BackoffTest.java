package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(7));

    @Test
    void doublesUpToTheLimitWithinAFifth() {
        long[] minutes = {5, 10, 20, 40, 80, 160, 240, 240};
        for (int attempts = 0; attempts < minutes.length; attempts++) {
            assertThat(backoff.after(attempts).toSeconds()).isBetween(minutes[attempts] * 48, minutes[attempts] * 72);
        }
        assertThat(backoff.after(Integer.MAX_VALUE)).isLessThan(Duration.ofHours(5));
    }

    @Test
    void isNeverTheSameForMany() {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            waits.add(backoff.after(0));
        }
        assertThat(waits).hasSizeGreaterThan(900);
    }
}

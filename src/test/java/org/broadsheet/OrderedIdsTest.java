package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
    private final TestClock clock = new TestClock();
    private final OrderedIds ids = new OrderedIds(clock, new SecureRandom());

    @Test
    void isUuidOfVersionSevenThatSortsByTime() {
        String first = ids.get();
        UUID uuid = UUID.fromString(first);
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
        clock.advance(Duration.ofMillis(1));
        assertThat(ids.get()).isGreaterThan(first);
    }

    @Test
    void noneComesTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.get())).isTrue();
        }
    }
}

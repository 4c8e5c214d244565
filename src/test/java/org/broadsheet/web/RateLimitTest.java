package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RateLimitTest {
    private static final int REMEMBERED = 10_000;

    private final TestClock clock = new TestClock();
    private final RateLimit limit = new RateLimit(2, Duration.ofSeconds(10), clock);

    @Test
    void whatWasUsedUpComesBackOneByOne() {
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).as("another").isTrue();

        clock.advance(Duration.ofSeconds(10));

        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
    }

    @Test
    void remembersTenThousandClientsAndNoMore() {
        limit.allows("a");
        limit.allows("a");
        others(REMEMBERED - 1);
        assertThat(limit.allows("a")).isFalse();

        others(REMEMBERED);
        assertThat(limit.allows("a")).as("forgotten").isTrue();
    }

    private void others(int many) {
        for (int i = 0; i < many; i++) {
            limit.allows("other " + i);
        }
    }

    @Test
    @Timeout(60)
    void keepsNothingOfAClientThatMayDoEverythingAgain() {
        WeakReference<String> silent = remembered();
        clock.advance(Duration.ofSeconds(10));
        limit.allows("b");

        while (silent.get() != null) {
            System.gc();
        }
    }

    /** A client whose name nobody else holds. */
    private WeakReference<String> remembered() {
        String client = "client " + clock.millis();
        limit.allows(client);
        return new WeakReference<>(client);
    }
}

package org.broadsheet.feed.damage;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedFuzzTest {
    private static final int FEEDS = 1500;

    @Test
    void readsFeedsThatWereChangedAtRandomWithoutThrowing() {
        FeedFuzz fuzz = new FeedFuzz(Stream.of(Path.of("src/main/resources/demo/feeds")));
        long seed = Long.getLong("broadsheet.seed", System.nanoTime());
        for (int i = 0; i < FEEDS; i++) {
            long one = seed + i;
            assertThatCode(() -> fuzz.read(one)).as("-Dbroadsheet.seed=%d", one).doesNotThrowAnyException();
        }
    }
}

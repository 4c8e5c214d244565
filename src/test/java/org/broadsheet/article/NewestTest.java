package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.FeedEntry.Extras;
import org.broadsheet.feed.FeedEntry.Markup;
import org.junit.jupiter.api.Test;

class NewestTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void takesTheNewestOfVeryManyInTheirOrder() {
        List<FeedEntry> entries = new ArrayList<>(IntStream.range(0, 100_000)
                .mapToObj(i -> entry(i, Optional.of(NOW.minusSeconds(i))))
                .toList());
        long seed = Long.getLong("broadsheet.seed", 7);
        Collections.shuffle(entries, new Random(seed));

        List<FeedEntry> newest = Newest.of(entries, NOW);

        assertThat(newest).as("seed %d", seed).hasSize(Newest.MOST);
        assertThat(newest).allMatch(entry -> entry.published().orElseThrow().isAfter(NOW.minusSeconds(Newest.MOST)));
        assertThat(newest)
                .containsExactlyElementsOf(
                        entries.stream().filter(new HashSet<>(newest)::contains).toList());
    }

    @Test
    void takesTheFirstWhereNothingIsDated() {
        List<FeedEntry> entries = IntStream.range(0, Newest.MOST * 2)
                .mapToObj(i -> entry(i, Optional.empty()))
                .toList();

        assertThat(Newest.of(entries, NOW)).isEqualTo(entries.subList(0, Newest.MOST));
    }

    @Test
    void believesNoDateInTheFuture() {
        List<FeedEntry> entries = new ArrayList<>(IntStream.range(0, Newest.MOST)
                .mapToObj(i -> entry(i, Optional.of(NOW.minusSeconds(i))))
                .toList());
        entries.add(entry(Newest.MOST, Optional.of(NOW.plus(Duration.ofDays(99)))));

        assertThat(Newest.of(entries, NOW)).isEqualTo(entries.subList(0, Newest.MOST));
    }

    private static FeedEntry entry(int number, Optional<Instant> published) {
        return new FeedEntry(
                Optional.of("guid-" + number),
                Optional.of("https://a.example/" + number),
                new Markup("T" + number, true),
                new Markup("", true),
                new Markup("", true),
                published,
                List.of(),
                List.of(),
                new Extras(List.of(), Optional.empty(), OptionalInt.empty(), Optional.empty()));
    }
}

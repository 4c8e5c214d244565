package org.broadsheet.feed.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;

/**
 * Breaks healthy feeds in every way that is known, one at a time, and counts what is still read. The bars are what
 * Python's feedparser reads of the same.
 */
class DamageSuiteTest {
    private static final Path CAPTURED = Path.of(System.getProperty("broadsheet.feeds", "../shared/feeds/captured"));
    private static final Path OWN = Path.of("src/main/resources/demo/feeds");

    @Test
    void readsOwnFeedsWhateverIsDoneToThem() {
        holdsTheBars(HealthyFeed.in(OWN), Sins.KNOWN);
    }

    @Test
    void readsCapturedFeedsWhateverIsDoneToThem() {
        if (Files.isDirectory(CAPTURED)) {
            holdsTheBars(HealthyFeed.in(CAPTURED), Sins.KNOWN);
        } else {
            System.err.println("NOT RUN: there are no captured feeds at " + CAPTURED.toAbsolutePath());
        }
    }

    @Test
    void readsFeedsThatAreBrokenInFurtherWays() {
        Stream<HealthyFeed> captured = Files.isDirectory(CAPTURED) ? HealthyFeed.in(CAPTURED).stream() : Stream.empty();
        holdsTheBars(Stream.concat(HealthyFeed.in(OWN).stream(), captured).toList(), Sins.FURTHER);
    }

    private static void holdsTheBars(List<HealthyFeed> feeds, List<Sin> sins) {
        Count all = new Count();
        System.out.printf(Locale.ROOT, "%n%-36s %5s %7s %8s %8s%n", "damage", "files", "read", "entries", "titles");
        for (Sin sin : sins) {
            Count count = new Count();
            feeds.forEach(feed -> count.add(feed, sin));
            System.out.println(count.row(sin.name()));
            all.add(count);
        }
        System.out.println(all.row("ALL"));
        assertThat(all.files).isPositive();
        assertThat(all.filesRead).isEqualTo(all.files);
        assertThat(1.0 * all.entriesRead / all.entries).isGreaterThanOrEqualTo(0.987);
        assertThat(1.0 * all.titlesRight / all.entries).isGreaterThanOrEqualTo(0.934);
    }

    /** How much of damaged feeds was read. */
    private static final class Count {
        private int files;
        private int filesRead;
        private int entries;
        private int entriesRead;
        private int titlesRight;

        void add(HealthyFeed feed, Sin sin) {
            sin.commit().apply(feed).ifPresent(damaged -> add(feed, sin, damaged));
        }

        private void add(HealthyFeed feed, Sin sin, HealthyFeed.Damaged damaged) {
            Optional<ParseResult.Parsed> parsed = HealthyFeed.parse(damaged.bytes());
            List<String> titles = parsed.map(HealthyFeed::titles).orElse(List.of());
            files++;
            filesRead += titles.isEmpty() ? 0 : 1;
            entries += damaged.titles().size();
            entriesRead += Math.min(damaged.titles().size(), titles.size());
            int right = 0;
            for (int i = 0; i < Math.min(titles.size(), damaged.titles().size()); i++) {
                right += titles.get(i).equals(damaged.titles().get(i)) ? 1 : 0;
            }
            titlesRight += right;
            if (Boolean.getBoolean("broadsheet.damage.show")
                    && right < damaged.titles().size()) {
                System.out.println("  " + sin.name() + ": " + feed.name() + " " + titles + " for " + damaged.titles());
            }
        }

        void add(Count other) {
            files += other.files;
            filesRead += other.filesRead;
            entries += other.entries;
            entriesRead += other.entriesRead;
            titlesRight += other.titlesRight;
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-36s %5d %6.1f%% %7.1f%% %7.1f%%",
                    name,
                    files,
                    100.0 * filesRead / files,
                    100.0 * entriesRead / entries,
                    100.0 * titlesRight / entries);
        }
    }
}

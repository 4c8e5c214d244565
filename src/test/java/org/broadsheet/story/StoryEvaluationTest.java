package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.config.Strictness;
import org.broadsheet.testing.LabelledSet;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the stories against labelled ones. */
class StoryEvaluationTest {
    private final Analyzers analyzers = new Analyzers();

    @ParameterizedTest
    @CsvSource({
        "stories_de_dev, STRICT, 0.95, 0.74",
        "stories_de_dev, DEFAULT, 0.93, 0.76",
        "stories_de_dev, BALANCED, 0.80, 0.74",
        "stories_en_dev, STRICT, 0.99, 0.80",
        "stories_en_dev, DEFAULT, 0.98, 0.86",
        "stories_en_dev, BALANCED, 0.97, 0.84",
        "stories_en_wikinews_dev, DEFAULT, 0.70, 0.70",
    })
    void joinsWhatTellsTheSameEventAndSeldomElse(String set, Strictness strictness, double precision, double f1)
            throws IOException {
        LabelledSet labelled = LabelledSet.read(set);

        Score score = new Score(labelled, group(labelled, strictness));

        System.out.printf(Locale.ROOT, "%-24s %-9s %s%n", set, strictness, score);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat(score.f1()).as("F1").isGreaterThanOrEqualTo(f1);
    }

    /** As after the program has read these articles and nothing else. */
    private List<Cluster> group(LabelledSet labelled, Strictness strictness) {
        Backgrounds backgrounds = language -> {
            Background background = StartTables.of(language);
            labelled.articles().forEach(article -> background.learn(article, analyzers));
            return background;
        };
        return new SimilarStories(backgrounds, analyzers)
                .group(labelled.articles(), new Grouping(strictness, Map.of()));
    }

    /** What was found: pairs of articles that were joined, compared with those that tell the same event. */
    private static final class Score {
        private final LabelledSet labelled;
        private final int[] found;
        private final long joined;
        private final long wanted;
        private final long wrong;

        Score(LabelledSet labelled, List<Cluster> clusters) {
            this.labelled = labelled;
            Map<String, Integer> places = new HashMap<>();
            for (int cluster = 0; cluster < clusters.size(); cluster++) {
                int place = cluster;
                clusters.get(cluster).articles().forEach(article -> places.put(article.id(), place));
            }
            this.found = labelled.articles().stream()
                    .mapToInt(article -> places.getOrDefault(article.id(), -1))
                    .toArray();
            this.joined = pairs(i -> found[i] + " " + story(i));
            this.wanted = pairs(this::story);
            this.wrong = pairs(i -> found[i]) - pairs(i -> found[i] + " " + saga(i));
        }

        private String story(int article) {
            return labelled.label(article, "story");
        }

        private String saga(int article) {
            return labelled.label(article, "loose");
        }

        private <T> Map<T, Long> sizes(IntFunction<T> key) {
            return IntStream.range(0, found.length)
                    .mapToObj(key)
                    .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        }

        private <T> long pairs(IntFunction<T> key) {
            return sizes(key).values().stream()
                    .mapToLong(size -> size * (size - 1) / 2)
                    .sum();
        }

        /** Pairs of one saga but not one event count neither way. */
        double precision() {
            return (double) joined / (joined + wrong);
        }

        double recall() {
            return (double) joined / wanted;
        }

        double f1() {
            return harmonic(precision(), recall());
        }

        private static double harmonic(double one, double other) {
            return 2 * one * other / (one + other);
        }

        /** B-cubed (Bagga and Baldwin, 1998): the mean over articles, so that a large story weighs no more than its size. */
        private double bCubed() {
            Map<Integer, Long> clusters = sizes(i -> found[i]);
            Map<String, Long> stories = sizes(this::story);
            Map<String, Long> both = sizes(i -> found[i] + " " + story(i));
            double precision = 0;
            double recall = 0;
            for (int i = 0; i < found.length; i++) {
                double same = both.getOrDefault(found[i] + " " + story(i), 0L);
                precision += same / clusters.getOrDefault(found[i], 1L) / found.length;
                recall += same / stories.getOrDefault(story(i), 1L) / found.length;
            }
            return harmonic(precision, recall);
        }

        @Override
        public String toString() {
            Map<Integer, Set<String>> sagas = new HashMap<>();
            for (int i = 0; i < found.length; i++) {
                sagas.computeIfAbsent(found[i], cluster -> new HashSet<>()).add(saga(i));
            }
            long bad = sagas.values().stream().filter(some -> some.size() > 1).count();
            long several = sizes(i -> found[i]).values().stream()
                    .filter(size -> size > 1)
                    .count();
            return String.format(
                    Locale.ROOT,
                    "P %.3f  R %.3f  F1 %.3f  B3-F %.3f  bad %d of %d (%.1f %%)",
                    precision(),
                    recall(),
                    f1(),
                    bCubed(),
                    bad,
                    several,
                    100.0 * bad / several);
        }
    }
}

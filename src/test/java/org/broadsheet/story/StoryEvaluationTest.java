package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the stories against labelled ones, where those lie beside the project. They are not ours to publish. */
class StoryEvaluationTest {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    /** An article whose event is known. */
    private record Labelled(Article article, String story, String saga) {}

    @ParameterizedTest
    @ValueSource(strings = {"stories_de_dev", "stories_en_dev"})
    void seldomJoinsWhatTellsDifferentEvents(String set) throws IOException {
        List<Labelled> labelled = read(set);
        Score score = score(labelled, new SimilarStories());
        System.out.printf(Locale.ROOT, "%s: %s%n", set, score);
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    }

    private static List<Labelled> read(String set) throws IOException {
        Path file = Path.of(System.getProperty("broadsheet.eval", "../shared/eval"), set + ".jsonl")
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: stories are not measured, there is no " + file);
        }
        assumeTrue(Files.exists(file));
        List<Labelled> labelled = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            labelled.add(new Labelled(
                    article(node),
                    node.get("story").asString(),
                    node.get("loose").asString()));
        }
        return labelled;
    }

    private static Article article(JsonNode node) {
        String kicker = node.get("kicker").asString();
        String title = node.get("title").asString();
        Instant published = instant(node.get("ts").asString());
        return new Article(
                node.get("id").asString(),
                URI.create("https://outlet.example/" + node.get("id").asString()),
                kicker.isEmpty() ? title : kicker + ": " + title,
                node.get("summary").asString(),
                Optional.empty(),
                Locale.forLanguageTag(node.get("lang").asString()),
                List.of(),
                published,
                node.get("ts_known").asBoolean(),
                published,
                URI.create("https://outlet.example/feed"),
                node.get("source").asString(),
                Optional.empty(),
                0,
                "");
    }

    private static Instant instant(String date) {
        return Instant.parse(date.contains("T") ? date : date + "T00:00:00Z");
    }

    private static Score score(List<Labelled> labelled, StoryGrouper grouper) {
        Map<Article, Integer> found = new HashMap<>();
        List<Story> stories =
                grouper.group(labelled.stream().map(Labelled::article).toList(), AT);
        for (int i = 0; i < stories.size(); i++) {
            for (Article article : stories.get(i).articles()) {
                found.put(article, i);
            }
        }
        long joined = pairs(labelled, one -> found.get(one.article()) + " " + one.story());
        long wanted = pairs(labelled, Labelled::story);
        long all = pairs(labelled, one -> found.get(one.article()));
        long sameSaga = pairs(labelled, one -> found.get(one.article()) + " " + one.saga());
        return new Score(joined, wanted, all - sameSaga, bad(labelled, found), several(stories));
    }

    private static <T> long pairs(List<Labelled> labelled, Function<Labelled, T> key) {
        Map<T, Long> sizes = new HashMap<>();
        labelled.forEach(one -> sizes.merge(key.apply(one), 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static long bad(List<Labelled> labelled, Map<Article, Integer> found) {
        Map<Optional<Integer>, Set<String>> sagas = labelled.stream()
                .collect(Collectors.groupingBy(
                        one -> Optional.ofNullable(found.get(one.article())),
                        Collectors.mapping(Labelled::saga, Collectors.toSet())));
        return sagas.values().stream().filter(some -> some.size() > 1).count();
    }

    private static long several(List<Story> stories) {
        return stories.stream().filter(story -> story.articles().size() > 1).count();
    }

    /**
     * What was found.
     *
     * @param joined pairs of one event that were joined
     * @param wanted pairs of one event
     * @param wrong pairs that were joined although not even the saga is the same
     * @param bad stories with such a pair
     * @param stories those of two articles or more
     */
    private record Score(long joined, long wanted, long wrong, long bad, long stories) {
        double precision() {
            return (double) joined / (joined + wrong);
        }

        double recall() {
            return (double) joined / wanted;
        }

        @Override
        public String toString() {
            double f1 = 2 * precision() * recall() / (precision() + recall());
            return String.format(
                    Locale.ROOT,
                    "P %.3f R %.3f F1 %.3f, bad %d of %d stories",
                    precision(),
                    recall(),
                    f1,
                    bad,
                    stories);
        }
    }
}

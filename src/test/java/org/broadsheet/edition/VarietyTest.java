package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.article.Articles;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;
import org.junit.jupiter.api.Test;

class VarietyTest {
    private static Story story(String id, String outlet, double weight) {
        return new Story(
                id,
                List.of(Articles.article(id, "Titel " + id, "").from(outlet)),
                false,
                new Score(1, 0, 1, weight, 1));
    }

    private static List<String> order(List<Story> stories, Map<String, Integer> sagas) {
        return Variety.order(stories, sagas).stream().map(Story::id).toList();
    }

    @Test
    void putsTheBestFirstWhereNothingIsOfAKind() {
        assertThat(order(List.of(story("a", "A", 1), story("b", "B", 3), story("c", "C", 2)), Map.of()))
                .containsExactly("b", "c", "a");
    }

    @Test
    void letsNoOutletFillASection() {
        List<Story> stories = new ArrayList<>(IntStream.range(0, 50)
                .mapToObj(i -> story("a" + (10 + i), "A", 1))
                .toList());
        IntStream.range(0, 5).forEach(i -> stories.add(story("b" + i, "B", 0.4)));

        Map<Boolean, Long> shown = order(stories, Map.of()).subList(0, 6).stream()
                .collect(Collectors.partitioningBy(id -> id.startsWith("a"), Collectors.counting()));

        assertThat(shown).containsEntry(true, 4L).containsEntry(false, 2L);
    }

    @Test
    void letsNoSagaFillASection() {
        List<Story> stories =
                List.of(story("s1", "A", 1), story("s2", "B", 0.9), story("s3", "C", 0.8), story("other", "D", 0.46));

        assertThat(order(stories, Map.of("s1", 7, "s2", 7, "s3", 7))).containsExactly("s1", "other", "s2", "s3");
    }

    @Test
    void keepsEveryStoryAndSaysWhatVarietyCostIt() {
        List<Story> ordered = Variety.order(List.of(story("a", "A", 1), story("b", "A", 1)), Map.of());

        assertThat(ordered).extracting(story -> story.score().variety()).containsExactly(1.0, 0.7);
    }

    @Test
    void givesTheSameOrderWhateverTheOrderItIsGiven() {
        long seed = Long.getLong("broadsheet.seed", 11);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> story("s" + i, "O" + random.nextInt(5), 1 + random.nextInt(4)))
                .toList());
        Map<String, Integer> sagas =
                IntStream.range(0, 300).boxed().collect(Collectors.toMap(i -> "s" + i, i -> i % 20));
        List<Story> expected = Variety.order(stories, sagas);

        Collections.shuffle(stories, random);

        assertThat(Variety.order(stories, sagas)).as("seed %d", seed).isEqualTo(expected);
        assertThat(expected)
                .isSortedAccordingTo(Comparator.comparingDouble(
                        (Story story) -> -story.score().value()));
    }
}

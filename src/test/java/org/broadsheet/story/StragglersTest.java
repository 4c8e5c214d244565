package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.Test;

class StragglersTest {
    private static final double THRESHOLD = 0.4;
    private static final double RIVAL = 0.6;

    /** Far above half of the threshold, and below it. */
    private static final double NEAR = 0.35;

    private static final double FAR = 0.1;

    private static final String FERRY = "Fähre Sandbank Seenotretter Flut";
    private static final String TRAM = "Straßenbahn Oberleitung Akku Gleis";

    /** So many other articles that a word of three is rare. */
    private static final int OTHERS = 300;

    private static List<Article> telling(String... titles) {
        return IntStream.range(0, titles.length)
                .mapToObj(i -> article("t" + i, titles[i], "").from("Blatt " + i))
                .toList();
    }

    private static Batch batch(List<Article> telling) {
        Stream<Article> others = IntStream.range(0, OTHERS).mapToObj(i -> article("o" + i, "sonst" + i, ""));
        List<List<Article>> all =
                Stream.concat(telling.stream(), others).map(List::of).toList();
        return Batch.of(all, new TextFeatures(new Analyzers()), Background.empty());
    }

    /** The clusters of the telling articles, which come first, as they are joined; the others stay alone. */
    private static List<List<Integer>> joined(
            List<Article> telling, List<List<Integer>> clusters, double rival, Link... links) {
        List<List<Integer>> all = new ArrayList<>(clusters);
        IntStream.range(0, OTHERS).forEach(i -> all.add(List.of(telling.size() + i)));
        return Stragglers.joined(batch(telling), List.of(links), all, THRESHOLD, rival).stream()
                .filter(cluster -> cluster.get(0) < telling.size())
                .toList();
    }

    @Test
    void joinsWhatStayedAloneToTheStoryItIsNearTo() {
        List<Article> telling = telling(FERRY + " eins", FERRY + " zwei", FERRY + " drei");

        assertThat(joined(
                        telling,
                        List.of(List.of(0, 1), List.of(2)),
                        RIVAL,
                        new Link(0, 1, 0.6),
                        new Link(0, 2, NEAR),
                        new Link(1, 2, NEAR)))
                .containsExactly(List.of(0, 1, 2));
    }

    @Test
    void leavesAloneWhatIsNearlyAsNearToAnotherStory() {
        List<Article> telling = telling(FERRY + " eins", TRAM + " zwei", FERRY + " " + TRAM);
        List<List<Integer>> alone = List.of(List.of(0), List.of(1), List.of(2));

        assertThat(joined(telling, alone, RIVAL, new Link(0, 2, NEAR), new Link(1, 2, NEAR * 0.9)))
                .isEqualTo(alone);
        assertThat(joined(telling, alone, RIVAL, new Link(0, 2, NEAR), new Link(1, 2, NEAR * 0.3)))
                .hasSize(2);
    }

    @Test
    void leavesAloneWhatIsNearToNone() {
        List<List<Integer>> alone = List.of(List.of(0), List.of(1));

        assertThat(joined(telling(FERRY + " eins", FERRY + " zwei"), alone, RIVAL, new Link(0, 1, FAR)))
                .isEqualTo(alone);
    }

    @Test
    void asksForThreeRareWordsInCommonHoweverNearTheyAre() {
        List<List<Integer>> alone = List.of(List.of(0), List.of(1));
        Link near = new Link(0, 1, NEAR);

        assertThat(joined(telling("Fähre Sandbank eins", "Fähre Sandbank zwei"), alone, RIVAL, near))
                .isEqualTo(alone);
        assertThat(joined(telling("Fähre Sandbank Flut eins", "Fähre Sandbank Flut zwei"), alone, RIVAL, near))
                .hasSize(1);
    }

    @Test
    void neverJoinsTwoArticlesOfOneOutlet() {
        List<Article> telling = List.of(
                article("a", FERRY + " eins", "").from("Blatt"),
                article("b", FERRY + " zwei", "").from("Blatt"));
        List<List<Integer>> alone = List.of(List.of(0), List.of(1));

        assertThat(joined(telling, alone, RIVAL, new Link(0, 1, NEAR))).isEqualTo(alone);
    }

    @Test
    void joinsTwoThatStayedAloneOnlyWhereEachIsNearestToTheOther() {
        List<Article> telling = telling(FERRY + " eins", FERRY + " zwei", FERRY + " drei");
        List<List<Integer>> alone = List.of(List.of(0), List.of(1), List.of(2));

        assertThat(joined(telling, alone, RIVAL, new Link(0, 1, NEAR), new Link(1, 2, NEAR * 0.59)))
                .containsExactly(List.of(1, 0), List.of(2));
    }

    @Test
    void joinsNothingWithoutAllowanceForARival() {
        List<List<Integer>> alone = List.of(List.of(0), List.of(1));

        assertThat(joined(telling(FERRY + " eins", FERRY + " zwei"), alone, 0, new Link(0, 1, NEAR)))
                .isEqualTo(alone);
    }
}

package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.story.DayOfNews.english;
import static org.broadsheet.story.DayOfNews.ofEnglishSource;
import static org.broadsheet.story.DayOfNews.told;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Strictness;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.Test;

/** What is joined only when it is known what belongs to no story. */
class JoinedOnceMoreTest {
    private static final Article LIGHTHOUSE = ofEnglishSource(
            "Harbour Post",
            "l1",
            "Carrow lighthouse goes dark after storm tears off its lantern",
            "Skippers at Port Ellery were told to stay ashore on Tuesday night until the beam is back.");

    private static final Article LIGHTHOUSE_TOO = ofEnglishSource(
            "Inland Ledger",
            "l2",
            "Engineers flown out to mend a lamp that the wind has broken",
            "Boats from Port Ellery remain tied up. Nobody had been on the rock of Carrow since Sunday.");

    private static final List<String> SAGA = List.of(
            "Wages",
            "Tourists",
            "Paint",
            "Ghosts",
            "Radar",
            "Puffins",
            "Weddings",
            "Insurance",
            "Diesel",
            "Ropes",
            "Poets",
            "Museums");

    private static List<Cluster> group(List<Article> articles, Strictness strictness) {
        return new SimilarStories(StartTables::of, new Analyzers()).group(articles, new Grouping(strictness, Map.of()));
    }

    @Test
    void joinsEnglishArticlesThatHaveLittleInCommonWhenNothingElseHasIt() {
        List<Article> day = english(LIGHTHOUSE, LIGHTHOUSE_TOO);

        assertThat(told(group(day, Strictness.DEFAULT), LIGHTHOUSE))
                .containsExactlyInAnyOrder(LIGHTHOUSE, LIGHTHOUSE_TOO);
        assertThat(told(group(day, Strictness.STRICT), LIGHTHOUSE)).containsExactly(LIGHTHOUSE);
    }

    @Test
    void keepsEnglishArticlesApartThatHaveNoMoreInCommonThanWithOthers() {
        Stream<Article> saga = IntStream.range(0, 12)
                .mapToObj(i -> ofEnglishSource(
                        "Paper " + i,
                        "saga" + i,
                        SAGA.get(i) + " at Carrow lighthouse",
                        "The storm kept everyone at Port Ellery busy, this time over " + SAGA.get(i) + "."));
        List<Article> day = english(
                Stream.concat(Stream.of(LIGHTHOUSE, LIGHTHOUSE_TOO), saga).toArray(Article[]::new));

        assertThat(told(group(day, Strictness.DEFAULT), LIGHTHOUSE)).doesNotContain(LIGHTHOUSE_TOO);
    }
}

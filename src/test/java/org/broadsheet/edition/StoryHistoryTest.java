package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.edition.StoryHistory.Tell;
import org.junit.jupiter.api.Test;

class StoryHistoryTest {
    private static final Instant TOLD = Instant.parse("2026-11-23T06:00:00Z");
    private static final Carried FIRST = new Carried("a", "s1", TOLD, false);

    private static Article article(String id, int minutesAfterTold) {
        return Articles.at(Articles.article(id, "Titel " + id, ""), TOLD.plusSeconds(60L * minutesAfterTold));
    }

    private static StoryHistory.Fate fate(List<Carried> carried, Article... event) {
        return new StoryHistory(carried).fate(List.of(event));
    }

    @Test
    void tellsWhatNoEditionToldUnderTheNameOfItsEarliestArticle() {
        Article late = article("b", 9);
        Article early = article("c", 1);

        assertThat(fate(List.of(FIRST), late, early)).isEqualTo(new Tell("c", List.of(late, early), false));
    }

    @Test
    void tellsAStoryAgainThatMovedOnAsAnUpdateLedByWhatIsNew() {
        Article late = article("late", -5);
        Article news = article("news", 5);

        assertThat(fate(List.of(FIRST), late, article("a", -60), news))
                .isEqualTo(new Tell("s1", List.of(news, late), true));
    }

    @Test
    void doesNotTellAgainWhatOnlyCameToLightLate() {
        Article late = article("late", -5);

        assertThat(fate(List.of(FIRST), article("a", -60), late))
                .isEqualTo(new KnownStory("s1", List.of(late), TOLD, false));
    }

    @Test
    void tellsAnUpdateOnce() {
        Carried updated = new Carried("a", "s1", TOLD, true);
        Article news = article("news", 5);

        assertThat(fate(List.of(updated), article("a", -60), news))
                .isEqualTo(new KnownStory("s1", List.of(news), TOLD, true));
    }

    @Test
    void goesOnAsTheStoryThatHasMoreOfTheArticles() {
        List<Carried> carried = List.of(
                new Carried("a", "s1", TOLD, false),
                new Carried("b", "s2", TOLD, false),
                new Carried("c", "s2", TOLD, false));
        Article news = article("news", 5);

        assertThat(fate(carried, article("a", -9), article("b", -9), article("c", -9), news))
                .isEqualTo(new Tell("s2", List.of(news), true));
    }
}

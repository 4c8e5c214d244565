package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.NOW;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.at;
import static org.broadsheet.article.Articles.undated;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.article.Article;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static double of(Article... articles) {
        return Score.of(List.of(articles), Map.of(), 1, NOW).value();
    }

    private static Article hoursAgo(String id, int hours) {
        return at(article(id, "Titel", ""), NOW.minus(Duration.ofHours(hours)));
    }

    @Test
    void isHalfAfterEighteenHours() {
        assertThat(of(hoursAgo("1", 0))).isEqualTo(1);
        assertThat(of(hoursAgo("1", 18))).isEqualTo(0.5);
    }

    @Test
    void takesAnArticleWithoutADateForHalfADayOld() {
        Article now = at(undated("1", "Ohne Datum"), NOW);

        assertThat(of(now)).isBetween(of(hoursAgo("2", 20)), of(hoursAgo("3", 3)));
    }

    @Test
    void isTheSameForArticlesWithoutADateThatWereFetchedMinutesApart() {
        Article now = undated(article("1", "Eins", ""), NOW);
        Article minutesAgo = undated(article("2", "Zwei", ""), NOW.minus(Duration.ofMinutes(50)));
        Article hoursAgo = undated(article("3", "Drei", ""), NOW.minus(Duration.ofHours(3)));

        assertThat(of(minutesAgo)).isEqualTo(of(now)).isGreaterThan(of(hoursAgo));
    }

    @Test
    void risesWithTheOutletsThatTellItAndNotWithTheirArticles() {
        Article agency = hoursAgo("1", 1);
        Article copy = hoursAgo("2", 1);
        Article same = hoursAgo("3", 1);

        assertThat(of(agency.from("A"), copy.from("B"))).isGreaterThan(of(agency));
        assertThat(of(agency.from("A"), same.from("A"))).isEqualTo(of(agency.from("A")));
    }

    @Test
    void isMultipliedByTheHeaviestFeedAndTheTopic() {
        Article article = hoursAgo("1", 0);
        Map<URI, Double> weights = Map.of(article.feed(), 2.0);

        assertThat(Score.of(List.of(article), weights, 3, NOW).value()).isEqualTo(6);
    }

    @Test
    void isAboveZeroHoweverOldAStoryIs() {
        assertThat(of(at(article("1", "Alt", ""), Instant.parse("1990-01-02T00:00:00Z"))))
                .isPositive();
    }
}

package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTopicTest {
    private static TopicChoice likely(String topic, double chance, String other, double otherChance) {
        return new TopicChoice(
                Optional.of(topic), Evidence.CLASSIFIER, "words", chance, Map.of(topic, chance, other, otherChance));
    }

    private static TopicChoice feed(String topic) {
        return TopicChoice.explicit(topic, Evidence.FEED, "the topic of its feed");
    }

    @Test
    void takesWhatIsLikeliestForAllArticlesTogether() {
        TopicChoice choice = StoryTopic.of(List.of(likely("a", 0.55, "b", 0.45), likely("b", 0.9, "a", 0.1)));

        assertThat(choice.topic()).contains("b");
        assertThat(choice.certainty()).isBetween(0.5, 0.9);
    }

    @Test
    void asksOfSeveralArticlesAsMuchAsOfOneWhereOnlySomeTopicsAreNamed() {
        TopicChoice doubtful = StoryTopic.of(
                List.of(likely("a", 0.6, TopicChoice.OTHER, 0.4), likely("a", 0.5, TopicChoice.OTHER, 0.5)));
        TopicChoice sure = StoryTopic.of(
                List.of(likely("a", 0.9, TopicChoice.OTHER, 0.1), likely("a", 0.8, TopicChoice.OTHER, 0.2)));

        assertThat(doubtful.topic()).isEmpty();
        assertThat(sure.topic()).contains("a");
    }

    @Test
    void believesAFactMoreThanWords() {
        assertThat(StoryTopic.of(List.of(feed("a"), likely("b", 0.99, "a", 0.01), likely("b", 0.99, "a", 0.01)))
                        .topic())
                .contains("a");
    }

    @Test
    void takesWhatMostFeedsSay() {
        assertThat(StoryTopic.of(List.of(feed("a"), feed("b"), feed("b"))).topic())
                .contains("b");
    }

    @Test
    void namesTheRivalOfACloseChoice() {
        assertThat(likely("a", 0.6, "b", 0.4).rival()).contains("b");
        assertThat(likely("a", 0.9, "b", 0.1).rival()).isEmpty();
        assertThat(feed("a").rival()).isEmpty();
    }
}

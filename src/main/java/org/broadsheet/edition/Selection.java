package org.broadsheet.edition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Story;
import org.broadsheet.topic.TopicChoice;

/**
 * What an edition is made from, before sections are cut to their length; for those who ask why.
 *
 * @param window which articles are recent
 * @param recent those articles, each once
 * @param choices the topic of each, by its id
 * @param stories every story of each topic, in its order
 * @param focus the sagas of the day, the largest first
 * @param known recent articles that bring nothing new to a story which an earlier edition told
 */
public record Selection(
        Recent window,
        List<Article> recent,
        Map<String, TopicChoice> choices,
        Map<String, List<Story>> stories,
        List<Focus> focus,
        List<KnownStory> known) {
    private static final TopicChoice NONE = new TopicChoice(Optional.empty(), 0, "nothing");

    public Selection {
        recent = List.copyOf(recent);
        choices = Map.copyOf(choices);
        stories = Collections.unmodifiableMap(new LinkedHashMap<>(stories));
        focus = List.copyOf(focus);
        known = known.stream().filter(some -> !some.articles().isEmpty()).toList();
    }

    /**
     * Where an article stands.
     *
     * @param choice the topic that it speaks for itself
     * @param topic the topic of its story, for which all articles of the story speak together
     * @param rank of the story within the topic, from 1
     * @param stories how many stories the topic has
     */
    public record Placing(TopicChoice choice, String topic, Story story, int rank, int stories) {}

    /** The story that an article brings nothing new to, as an earlier edition told it, by the article's id. */
    public Optional<KnownStory> known(String article) {
        return known.stream()
                .filter(story ->
                        story.articles().stream().anyMatch(some -> some.id().equals(article)))
                .findFirst();
    }

    /** Where the article of an id stands; empty when it is not among the recent ones. */
    public Optional<Placing> placing(String article) {
        for (Map.Entry<String, List<Story>> topic : stories.entrySet()) {
            for (int i = 0; i < topic.getValue().size(); i++) {
                Story story = topic.getValue().get(i);
                if (story.articles().stream().anyMatch(some -> some.id().equals(article))) {
                    TopicChoice choice = choices.getOrDefault(article, NONE);
                    return Optional.of(new Placing(
                            choice,
                            topic.getKey(),
                            story,
                            i + 1,
                            topic.getValue().size()));
                }
            }
        }
        return Optional.empty();
    }
}

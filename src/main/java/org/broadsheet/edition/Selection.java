package org.broadsheet.edition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.config.Topic;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Story;
import org.broadsheet.topic.Assignment;
import org.broadsheet.topic.TopicChoice;

/**
 * What an edition is made from, before sections are cut to their length; for those who ask why.
 *
 * @param window which articles are recent
 * @param recent those articles, each once
 * @param stories every story of each topic, in its order, by the topic's id
 * @param focus the sagas of the day, the largest first
 * @param known recent articles that bring nothing new to a story which an earlier edition told
 */
public record Selection(
        Recent window,
        List<Article> recent,
        Topics topics,
        Map<String, List<Story>> stories,
        List<Focus> focus,
        List<KnownStory> known) {

    public Selection {
        recent = List.copyOf(recent);
        stories = Collections.unmodifiableMap(new LinkedHashMap<>(stories));
        focus = List.copyOf(focus);
        known = known.stream().filter(some -> !some.articles().isEmpty()).toList();
    }

    /**
     * How topics were found.
     *
     * @param all the topics there are, in their order
     * @param articles the topic of each article
     * @param stories the topic of each story, by its id
     */
    public record Topics(List<Topic> all, Assignment articles, Map<String, TopicChoice> stories) {
        public Topics {
            all = List.copyOf(all);
            stories = Map.copyOf(stories);
        }

        /** The topic of a story, and why. */
        public TopicChoice of(Story story) {
            TopicChoice choice = stories.get(story.id());
            if (choice == null) {
                throw new IllegalArgumentException("story " + story.id() + " is not of this selection");
            }
            return choice;
        }
    }

    /**
     * Where an article stands.
     *
     * @param topic the topic of its story
     * @param rank of the story within the topic, from 1
     * @param stories how many stories the topic has
     */
    public record Placing(String topic, Story story, int rank, int stories) {}

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
                    return Optional.of(new Placing(
                            topic.getKey(), story, i + 1, topic.getValue().size()));
                }
            }
        }
        return Optional.empty();
    }
}

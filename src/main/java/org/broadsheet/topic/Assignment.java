package org.broadsheet.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.article.Article;

/** The topics of articles, and why. */
public final class Assignment {
    private final Map<String, TopicChoice> choices;
    private final Function<Article, Optional<Reasons>> reasons;

    /**
     * An assignment.
     *
     * @param choices by the articles' ids
     * @param reasons finds out what spoke for the topic of an article, if a classifier was asked
     */
    public Assignment(Map<String, TopicChoice> choices, Function<Article, Optional<Reasons>> reasons) {
        this.choices = Map.copyOf(choices);
        this.reasons = reasons;
    }

    /** The topic of an article; none for one that was not to be assigned. */
    public TopicChoice of(Article article) {
        return choices.getOrDefault(article.id(), TopicChoice.none("it was not asked about"));
    }

    /** The topic that the articles of a story agree on. */
    public TopicChoice of(List<Article> story) {
        return StoryTopic.of(story.stream().map(this::of).toList());
    }

    /** The terms that spoke for and against the topic of an article; empty where words were not asked. */
    public Optional<Reasons> reasons(Article article) {
        return reasons.apply(article);
    }
}

package org.broadsheet.topic;

import java.util.List;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;

/** Assigns articles to the topics of a newsletter. */
public interface TopicAssigner {
    /** The topics of a newsletter in their order: its own, or the built-in ones when it has none. */
    List<Topic> topicsOf(Newsletter newsletter);

    /**
     * Assigns articles. The same articles in any order get the same topics.
     *
     * @param known what else is known of the newsletter's feeds, to learn from; articles to be assigned may be among it
     */
    Assignment assign(Newsletter newsletter, List<Article> articles, List<Article> known);
}

package org.broadsheet.topic;

import java.util.List;
import java.util.Map;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;

/** Decides for each article which of a newsletter's topics it belongs to. */
public interface TopicAssigner {
    /** The choice for each article, by its id; every article has one. The same input gives the same choices. */
    Map<String, TopicChoice> assign(Newsletter newsletter, List<Article> articles);
}

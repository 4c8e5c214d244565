package org.broadsheet.story;

import java.time.Instant;
import java.util.List;
import org.broadsheet.article.Article;

/** Finds out which articles tell the same event. */
public interface StoryGrouper {
    /**
     * Groups articles to stories; every article is in exactly one. The same articles in any order give the same stories,
     * highest score first.
     *
     * @param at the instant that recency is measured from
     */
    List<Story> group(List<Article> articles, Instant at);
}

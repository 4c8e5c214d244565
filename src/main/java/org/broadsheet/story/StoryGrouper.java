package org.broadsheet.story;

import java.util.List;
import org.broadsheet.article.Article;

/** Finds out which articles tell the same event. */
public interface StoryGrouper {
    /**
     * Groups articles by event; every article is in exactly one cluster. The same articles in any order give the same
     * clusters, in the same order.
     */
    List<Cluster> group(List<Article> articles, Grouping how);

    /** Groups articles by the saga they are part of, which may be several events. */
    List<List<Article>> sagas(List<Article> articles);
}

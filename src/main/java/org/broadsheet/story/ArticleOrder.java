package org.broadsheet.story;

import java.util.Comparator;
import org.broadsheet.article.Article;

/**
 * Puts articles into an order that depends on what they are, and not on when or in what order they were fetched: else
 * two runs over the same articles could tell different stories.
 */
public final class ArticleOrder {
    /**
     * By date, and those without a date of their own last; ids, which are made of links, decide between equals. What
     * stands for the date of an undated article is the instant it was fetched, and so no part of the order.
     */
    public static final Comparator<Article> IN_TIME = Comparator.comparing((Article article) -> !article.dated())
            .thenComparing((one, other) ->
                    one.dated() && other.dated() ? one.published().compareTo(other.published()) : 0)
            .thenComparing(Article::id);

    private ArticleOrder() {}
}

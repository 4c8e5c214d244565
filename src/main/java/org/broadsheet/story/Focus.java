package org.broadsheet.story;

import java.util.List;
import org.broadsheet.article.Article;

/**
 * One of the day's largest groups of articles about one saga, which may be several stories.
 *
 * @param label a few words that name it, such as "Ukraine · Waffenruhe"
 */
public record Focus(String label, List<Article> articles) {
    public Focus {
        articles = List.copyOf(articles);
    }

    /** How many outlets write about it. */
    public int sources() {
        return (int) articles.stream().map(Article::source).distinct().count();
    }
}

package org.broadsheet.story;

import java.util.List;
import org.broadsheet.article.Article;

/**
 * Articles that tell the same event.
 *
 * @param articles at least one, the lead first
 */
public record Cluster(List<Article> articles) {
    public Cluster {
        articles = List.copyOf(articles);
    }

    /** The article that tells it best. */
    public Article lead() {
        return articles.get(0);
    }
}

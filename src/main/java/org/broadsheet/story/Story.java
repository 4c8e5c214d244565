package org.broadsheet.story;

import java.util.List;
import org.broadsheet.article.Article;

/**
 * One event told by one or more articles.
 *
 * @param articles every article of the event, the lead first
 * @param score its rank among the stories of a section; higher stands first
 */
public record Story(List<Article> articles, double score) {
    public Story {
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("a story needs an article");
        }
        articles = List.copyOf(articles);
    }

    /** The article that is shown. */
    public Article lead() {
        return articles.get(0);
    }

    /** The articles of other outlets that tell the same. */
    public List<Article> alsoCoveredBy() {
        return articles.subList(1, articles.size());
    }
}

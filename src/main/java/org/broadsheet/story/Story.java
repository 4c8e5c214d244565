package org.broadsheet.story;

import java.util.List;
import org.broadsheet.article.Article;

/**
 * One event told by one or more articles.
 *
 * @param id stays the same from edition to edition, as long as the event is told
 * @param articles every article of the event, the lead first
 * @param update whether an earlier edition told it, and it has moved on since
 * @param score its rank among the stories of a section; higher stands first
 */
public record Story(String id, List<Article> articles, boolean update, Score score) {
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

    /** How many outlets tell it. */
    public int sources() {
        return (int) articles.stream().map(Article::source).distinct().count();
    }

    /** The same story, discounted for being one of many of its kind. */
    public Story withVariety(double variety) {
        return new Story(id, articles, update, score.withVariety(variety));
    }
}

package org.broadsheet.edition;

import java.time.Instant;
import java.util.List;
import org.broadsheet.article.Article;

/**
 * Articles that bring nothing new to a story which an earlier edition told.
 *
 * @param story its id
 * @param articles those that no edition told
 * @param lastTold when the last edition was made that told the story
 * @param updated whether one of them told it as an update
 */
public record KnownStory(String story, List<Article> articles, Instant lastTold, boolean updated)
        implements StoryHistory.Fate {
    public KnownStory {
        articles = List.copyOf(articles);
    }
}

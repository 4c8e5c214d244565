package org.broadsheet.article;

import java.util.List;

/**
 * An article as a feed shows it now, and by what it is known again.
 *
 * @param names each belongs to this article alone, the surest first; any of them is enough to know it in another fetch
 *     or another feed
 */
public record FoundArticle(List<String> names, Article article) {
    public FoundArticle {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("article " + article.url() + " has no name");
        }
    }

    /** The surest name. */
    public String identity() {
        return names.get(0);
    }
}

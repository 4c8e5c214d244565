package org.broadsheet.story;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;

/**
 * Articles of one title, as they are compared with others.
 *
 * @param articles the fullest first; its text is what is compared
 * @param words of title and summary
 * @param grams four letters each, of the title
 */
record Item(List<Article> articles, Set<String> sources, SparseVector words, SparseVector grams) {
    static Item of(List<Article> articles, SparseVector words, SparseVector grams) {
        return new Item(articles, articles.stream().map(Article::source).collect(Collectors.toSet()), words, grams);
    }

    Article fullest() {
        return articles.get(0);
    }
}

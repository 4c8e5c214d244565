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
 * @param kicker what stands before a colon in the title; empty when nothing does
 */
record Item(List<Article> articles, Set<String> outlets, SparseVector words, SparseVector grams, String kicker) {
    static Item of(List<Article> articles, Outlets outlets, SparseVector words, SparseVector grams) {
        Set<String> tellers = articles.stream().map(outlets::of).collect(Collectors.toSet());
        String title = articles.get(0).title();
        return new Item(articles, tellers, words, grams, title.substring(0, TextFeatures.behindKicker(title)));
    }

    /** Whether both could be of one series, such as a column or a podcast. */
    boolean isOfSeriesWith(Item other) {
        return !kicker.isEmpty() && kicker.equals(other.kicker);
    }

    Article fullest() {
        return articles.get(0);
    }
}

package org.broadsheet.topic;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.article.Article;

/**
 * What topics are told by in an article.
 *
 * @param title the terms of its title
 * @param text the terms of the rest that is known of it, categories included
 * @param words of both as they are written
 */
record ArticleTerms(Article article, List<String> title, List<String> text, Set<String> words) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What comes later in a text seldom tells its topic, and an endless one must not cost endless time. */
    private static final int LONGEST = 2_000;

    static ArticleTerms of(Analyzers analyzers, Locale language, Article article) {
        String title = start(article.title());
        String text = start(article.longest()) + " " + start(String.join(" ", article.categories()));
        return new ArticleTerms(
                article,
                analyzers.terms(language, title),
                analyzers.terms(language, text),
                Stream.of(title, text).flatMap(BETWEEN_WORDS::splitAsStream).collect(Collectors.toSet()));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Its length, as {@link KeywordScores} discounts it. */
    double length() {
        return 2.0 * title.size() + text.size();
    }
}

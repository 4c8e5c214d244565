package org.broadsheet.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.article.Article;

/** Scores stories: recent ones high, and higher the more outlets tell them. */
final class Ranking {
    private static final double HALF_LIFE_HOURS = 18;

    /** How old an article without a date is taken for when it is first seen. */
    private static final double UNDATED_HOURS = 12;

    private Ranking() {}

    static double score(List<Article> articles, Instant at) {
        long sources = articles.stream().map(Article::source).distinct().count();
        return recency(articles, at) * Math.log1p((double) sources) / Math.log(2);
    }

    /** 1 for a story of this moment, half of it for each {@value #HALF_LIFE_HOURS} hours of age. */
    private static double recency(List<Article> articles, Instant at) {
        double hours =
                articles.stream().mapToDouble(article -> age(article, at)).min().orElseThrow();
        return Math.max(Double.MIN_NORMAL, Math.pow(2, -hours / HALF_LIFE_HOURS));
    }

    /** An article without a date of its own must not stand above all that have one. */
    private static double age(Article article, Instant at) {
        double hours = Math.max(0, Duration.between(article.published(), at).toMillis() / 3_600_000.0);
        return article.dated() ? hours : hours + UNDATED_HOURS;
    }
}

package org.broadsheet.story;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.article.Article;

/**
 * How high a story stands, as the product of what speaks for it: how many outlets tell it, how recent it is, and what
 * the admin prefers.
 *
 * @param sources how many outlets tell it
 * @param hours the age of its newest article
 * @param feedWeight of the heaviest feed that tells it
 * @param topicWeight of its topic
 * @param variety 1, or less for one of many stories of its outlet or saga in a section
 */
public record Score(int sources, double hours, double feedWeight, double topicWeight, double variety) {
    private static final double HALF_LIFE_HOURS = 18;

    /** How old an article without a date is taken for when it is first seen: it must not stand above all that have one. */
    private static final double UNDATED_HOURS = 12;

    /**
     * The score of a story, before others of its section are looked at.
     *
     * @param feedWeights by the feeds' addresses; 1 for a feed that is absent
     * @param at the instant that recency is measured from
     */
    public static Score of(List<Article> articles, Map<URI, Double> feedWeights, double topicWeight, Instant at) {
        return new Score(
                (int) articles.stream().map(new Outlets()::of).distinct().count(),
                articles.stream()
                        .mapToDouble(article -> hours(article, at))
                        .min()
                        .orElse(0),
                articles.stream()
                        .mapToDouble(article -> feedWeights.getOrDefault(article.feed(), 1.0))
                        .max()
                        .orElse(1),
                topicWeight,
                1);
    }

    private static double hours(Article article, Instant at) {
        double hours = Math.max(0, Duration.between(article.published(), at).toMillis() / 3_600_000.0);
        // The minute in which a feed was fetched is chance, and must not decide which story stands higher.
        return article.dated() ? hours : Math.floor(hours) + UNDATED_HOURS;
    }

    /** All parts together: 1 for a story of one outlet, of this moment, without any preference. */
    public double value() {
        return breadth() * recency() * feedWeight * topicWeight * variety;
    }

    /** What the outlets bring: 1 for one, 2 for three, 3 for seven. */
    public double breadth() {
        return Math.log1p(sources) / Math.log(2);
    }

    /** 1 for a story of this moment, half of it for each 18 hours of age; never 0, so that any two stories differ. */
    public double recency() {
        return Math.max(Double.MIN_NORMAL, Math.pow(2, -hours / HALF_LIFE_HOURS));
    }

    Score withVariety(double other) {
        return new Score(sources, hours, feedWeight, topicWeight, other);
    }
}

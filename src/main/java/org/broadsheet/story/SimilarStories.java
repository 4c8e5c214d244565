package org.broadsheet.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.config.Strictness;
import org.broadsheet.topic.Analyzers;

/**
 * Takes articles of one language for one story when their words say so, even if no title is like another.
 *
 * <p>Articles with equal titles come first; from then on they are one item. Two items are as similar as the cosine of
 * their words (title counting twice, weighed by BM25 with how rare a word is in the language), mixed two to one with the
 * cosine of their titles' sequences of four letters, which see through compounds and inflection. It is discounted for
 * one source telling both, for hardly a rare word in common, and for a crowded neighbourhood. Items are joined, the most
 * similar first, by a link between average and centroid, down to a threshold that the newsletter's strictness sets; then
 * what stayed alone is joined where it stands out, see {@link Stragglers}. In English, clusters are joined once more, down
 * to a lower threshold: now that it is known what is outside of each, all of that counts as its crowd, see
 * {@link Crowding}, and a single rare word in common counts for nothing.
 *
 * <p>The numbers were chosen on about a thousand headlines of two days, German and English, labelled by hand; what they
 * reach is in docs/benchmarks.md.
 */
public final class SimilarStories implements StoryGrouper {
    private static final Comparator<Article> FULLEST = Comparator.comparing(
                    (Article some) -> some.summary().isEmpty())
            .thenComparing(some -> some.image().isEmpty());

    /** How near articles of one saga are; nothing is taken off for the crowd, which a saga is. */
    private static final double SAGA = 0.2;

    private final Backgrounds backgrounds;
    private final Analyzers analyzers;

    public SimilarStories(Backgrounds backgrounds, Analyzers analyzers) {
        this.backgrounds = backgrounds;
        this.analyzers = analyzers;
    }

    /**
     * What it takes to be one story.
     *
     * @param threshold how near clusters must be to be joined
     * @param second the same when they are joined once more, the crowd being what is outside of them; empty when they are not
     * @param rival how near a second cluster may be to one that stayed alone; see {@link Stragglers}
     */
    private record Bounds(double threshold, OptionalDouble second, double rival) {
        static Bounds of(Strictness strictness, String language) {
            return switch (strictness) {
                case STRICT -> new Bounds(0.19, OptionalDouble.empty(), 0);
                case DEFAULT ->
                    new Bounds(0.1825, isSure(language) ? OptionalDouble.of(0.045) : OptionalDouble.empty(), 0.6);
                case BALANCED -> new Bounds(0.14, OptionalDouble.empty(), 0.7);
            };
        }

        /** Where the first clusters were measured to be so seldom wrong that more may be joined to them. */
        private static boolean isSure(String language) {
            return language.equals(Locale.ENGLISH.getLanguage());
        }
    }

    /** Articles of the same saga: looser groups than stories, of the same language each. */
    @Override
    public List<List<Article>> sagas(List<Article> articles) {
        return byLanguage(articles).entrySet().stream()
                .flatMap(some -> sagas(some.getKey(), some.getValue()).stream())
                .toList();
    }

    private List<List<Article>> sagas(String language, List<Article> inTime) {
        Batch batch = batch(language, inTime);
        return Linkage.clusters(batch.items().size(), new Candidates(batch).links(), SAGA).stream()
                .map(cluster -> cluster.stream()
                        .flatMap(item -> batch.items().get(item).articles().stream())
                        .toList())
                .toList();
    }

    private Batch batch(String language, List<Article> inTime) {
        List<List<Article>> sameTitle = Titles.equal(inTime, Similarity.REACH).stream()
                .map(group -> group.stream().sorted(FULLEST).toList())
                .toList();
        Background background = backgrounds.of(Locale.forLanguageTag(language));
        return Batch.of(sameTitle, new TextFeatures(analyzers), background);
    }

    @Override
    public List<Cluster> group(List<Article> articles, Grouping how) {
        return byLanguage(articles).entrySet().stream()
                .flatMap(some -> clusters(some.getKey(), some.getValue(), how).stream())
                .map(Cluster::new)
                .toList();
    }

    private static Map<String, List<Article>> byLanguage(List<Article> articles) {
        return articles.stream()
                .sorted(ArticleOrder.IN_TIME)
                .collect(Collectors.groupingBy(
                        article -> article.language().getLanguage(), TreeMap::new, Collectors.toList()));
    }

    /** The articles of each cluster, the lead first. */
    private List<List<Article>> clusters(String language, List<Article> inTime, Grouping how) {
        Batch batch = batch(language, inTime);
        List<Link> links = new Candidates(batch).links();
        List<List<Integer>> clusters = stories(batch, links, Bounds.of(how.strictness(), language));
        Map<Article, Double> central = centrality(batch, links, clusters);
        Comparator<Article> preferred =
                Comparator.comparing((Article article) -> -how.weights().getOrDefault(article.feed(), 1.0));
        Comparator<Article> lead = preferred
                .thenComparing(FULLEST)
                .thenComparing(central::get, Comparator.reverseOrder())
                .thenComparing(ArticleOrder.IN_TIME);
        return clusters.stream()
                .map(cluster -> cluster.stream()
                        .flatMap(item -> batch.items().get(item).articles().stream())
                        .sorted(lead)
                        .toList())
                .toList();
    }

    private static List<List<Integer>> stories(Batch batch, List<Link> links, Bounds bounds) {
        int items = batch.items().size();
        List<Link> apart = Crowding.corrected(items, links);
        List<List<Integer>> clusters = Linkage.clusters(items, apart, bounds.threshold());
        List<List<Integer>> first = Stragglers.joined(batch, apart, clusters, bounds.threshold(), bounds.rival());
        return bounds.second().isPresent()
                ? Linkage.clusters(
                        first, outside(batch, links, first), bounds.second().getAsDouble())
                : first;
    }

    /** The links of items that share more than a name, with all that is outside of an item's cluster for its crowd. */
    private static List<Link> outside(Batch batch, List<Link> links, List<List<Integer>> clusters) {
        Similarity similarity = new Similarity(batch.words());
        return Crowding.corrected(clusters, links).stream()
                .filter(link -> similarity.shareSome(
                        batch.items().get(link.one()), batch.items().get(link.other())))
                .toList();
    }

    /** How near each article is to the others of its cluster, all together. */
    private static Map<Article, Double> centrality(Batch batch, List<Link> links, List<List<Integer>> clusters) {
        int[] clusterOf = Linkage.clusterOf(clusters);
        double[] sums = new double[clusterOf.length];
        for (Link link : links) {
            if (clusterOf[link.one()] == clusterOf[link.other()]) {
                sums[link.one()] += link.similarity();
                sums[link.other()] += link.similarity();
            }
        }
        Map<Article, Double> central = new HashMap<>();
        for (int item = 0; item < sums.length; item++) {
            for (Article article : batch.items().get(item).articles()) {
                central.put(article, sums[item]);
            }
        }
        return central;
    }
}

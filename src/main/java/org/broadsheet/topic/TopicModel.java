package org.broadsheet.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Reasons.Word;

/** Tells topics of one language's articles by their words: by a classifier where there is enough to learn from. */
final class TopicModel {
    /**
     * With fewer articles, keywords alone are as good: on halves and quarters of labelled sets, what was learned from 300
     * articles beat them by far.
     */
    private static final int ENOUGH = 200;

    /** Beside a class for all else, a topic must be more likely than not to be chosen. */
    static final double LIKELY = 0.7;

    private static final int REASONS = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<LanguageTopic> topics;
    private final Analyzers analyzers;
    private final Locale language;
    private final KeywordScores scores;
    private final Map<String, Integer> places = new HashMap<>();
    private final Optional<SelfTraining.Learned> learned;

    /** A topic as it is told in one language. */
    record LanguageTopic(String id, String title, List<Keyword> keywords) {}

    /**
     * Learns from articles.
     *
     * @param articles all that are known, in an order that is always the same
     * @param given the topics of articles, by their ids, where they are known for a fact
     */
    TopicModel(
            Locale language,
            List<LanguageTopic> topics,
            List<Article> articles,
            Map<String, String> given,
            Analyzers analyzers) {
        this.language = language;
        this.topics = topics;
        this.analyzers = analyzers;
        List<ArticleTerms> terms = new ArrayList<>();
        List<Features> features = new ArrayList<>();
        // A text that feeds repeat is learned from once: it would outvote all others and confirm itself.
        Map<String, Integer> placeOf = new HashMap<>();
        for (Article article : articles) {
            int place = placeOf.computeIfAbsent(article.title() + '\n' + article.longest(), text -> terms.size());
            places.put(article.id(), place);
            if (place == terms.size()) {
                terms.add(ArticleTerms.of(analyzers, language, article));
            }
        }
        this.scores = KeywordScores.of(
                terms, topics.stream().map(LanguageTopic::keywords).toList());
        boolean isEnough = terms.size() >= ENOUGH && !topics.isEmpty();
        if (isEnough) {
            terms.forEach(some -> features.add(Features.of(some)));
        }
        this.learned = isEnough ? Optional.of(learn(features, given)) : Optional.empty();
    }

    private SelfTraining.Learned learn(List<Features> features, Map<String, String> given) {
        List<String> ids = topics.stream().map(LanguageTopic::id).toList();
        int[] labels = new int[features.size()];
        Arrays.fill(labels, -1);
        new TreeMap<>(given).forEach((article, topic) -> {
            int place = place(article);
            labels[place] = labels[place] < 0 ? ids.indexOf(topic) : labels[place];
        });
        double[][] all = new double[labels.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = scores.of(i);
        }
        return SelfTraining.learn(features, all, labels);
    }

    /** The topic of one of the articles. */
    TopicChoice choice(Article article) {
        int place = place(article.id());
        return learned.map(model -> learned(model, place)).orElseGet(() -> byKeywords(place));
    }

    private int place(String article) {
        Integer place = places.get(article);
        if (place == null) {
            throw new IllegalArgumentException("article " + article + " was not learned from");
        }
        return place;
    }

    private TopicChoice learned(SelfTraining.Learned model, int place) {
        double[] chances = model.chances(place);
        int best = SelfTraining.best(chances);
        boolean fits = best < topics.size() && (!model.hasOther() || chances[best] >= LIKELY);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int topic = 0; topic < chances.length; topic++) {
            named.put(topic < topics.size() ? topics.get(topic).id() : TopicChoice.OTHER, chances[topic]);
        }
        if (!fits) {
            String told = "its words fit none well enough; the nearest is "
                    + topics.get(bestTopic(chances)).title();
            double none = 1 - chances[bestTopic(chances)];
            return new TopicChoice(Optional.empty(), Evidence.CLASSIFIER, told, none, named);
        }
        return new TopicChoice(
                Optional.of(topics.get(best).id()), Evidence.CLASSIFIER, words(place, best), chances[best], named);
    }

    private int bestTopic(double[] chances) {
        int best = 0;
        for (int topic = 1; topic < topics.size(); topic++) {
            best = chances[topic] > chances[best] ? topic : best;
        }
        return best;
    }

    private String words(int place, int topic) {
        return scores.of(place)[topic] > 0 ? "its words, " + keyword(place, topic) + " among them" : "its words";
    }

    private String keyword(int place, int topic) {
        return "keyword \""
                + topics.get(topic)
                        .keywords()
                        .get(scores.strongest(place, topic))
                        .text() + "\"";
    }

    private TopicChoice byKeywords(int place) {
        double[] found = scores.of(place);
        double sum = 0;
        for (double score : found) {
            sum += score;
        }
        if (sum == 0) {
            return TopicChoice.none("no keyword found");
        }
        int best = SelfTraining.best(found);
        Map<String, Double> chances = new LinkedHashMap<>();
        for (int topic = 0; topic < found.length; topic++) {
            chances.put(topics.get(topic).id(), found[topic] / sum);
        }
        return new TopicChoice(
                Optional.of(topics.get(best).id()),
                Evidence.KEYWORDS,
                keyword(place, best),
                found[best] / sum,
                chances);
    }

    /** What spoke for and against the choice of one of the articles; empty when nothing was learned from it. */
    Optional<Reasons> reasons(Article article) {
        return learned.filter(model -> places.containsKey(article.id())).map(model -> reasons(model, article));
    }

    private Reasons reasons(SelfTraining.Learned model, Article article) {
        double[] chances = model.chances(place(article.id()));
        int best = SelfTraining.best(chances);
        int next = best == 0 ? Math.min(1, chances.length - 1) : 0;
        for (int of = 0; of < chances.length; of++) {
            next = of != best && chances[of] > chances[next] ? of : next;
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String word : BETWEEN_WORDS
                .splitAsStream(article.title() + " " + article.longest())
                .toList()) {
            for (String term : analyzers.terms(language, word)) {
                weights.putIfAbsent(word, model.bayes().weight(term, best, next));
            }
        }
        Comparator<Word> strongest = Comparator.comparingDouble(Word::weight).thenComparing(Word::text);
        List<Word> words = weights.entrySet().stream()
                .map(entry -> new Word(entry.getKey(), entry.getValue()))
                .sorted(strongest)
                .toList();
        return new Reasons(
                words.stream()
                        .filter(word -> word.weight() > 0)
                        .sorted(strongest.reversed())
                        .limit(REASONS)
                        .toList(),
                words.stream().filter(word -> word.weight() < 0).limit(REASONS).toList(),
                next < topics.size() ? topics.get(next).title() : "");
    }
}

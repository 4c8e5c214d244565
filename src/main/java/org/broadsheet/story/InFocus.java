package org.broadsheet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;

/**
 * Finds the sagas of the day, which many outlets write about, and names each by one or two of its own words: those that
 * stand in most of its titles and are rare elsewhere.
 */
public final class InFocus {
    private static final int FEWEST_ARTICLES = 4;
    private static final int FEWEST_SOURCES = 3;
    private static final int MOST_LABELS = 5;
    private static final int MOST_WORDS = 3;

    /** A label that fewer of the articles bear names only a part of the saga. */
    private static final double COVERAGE = 0.25;

    /** A second word that goes with the first one anyway says nothing more. */
    private static final double NEW_COVERAGE = 0.1;

    /** A run of words that begin with a capital; in titles these are names, and in German things. */
    private static final Pattern CAPITALIZED =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{N}’'-]+(?: \\p{Lu}[\\p{L}\\p{N}’'-]+)*");

    private final Backgrounds backgrounds;
    private final Analyzers analyzers;

    public InFocus(Backgrounds backgrounds, Analyzers analyzers) {
        this.backgrounds = backgrounds;
        this.analyzers = analyzers;
    }

    /**
     * The sagas of articles, those of most articles first.
     *
     * @param groups articles of the same saga, of one language each
     */
    public List<Focus> of(List<List<Article>> groups) {
        List<List<Article>> large = groups.stream()
                .filter(group -> group.size() >= FEWEST_ARTICLES)
                .filter(group -> group.stream().map(new Outlets()::of).distinct().count() >= FEWEST_SOURCES)
                .sorted(Comparator.<List<Article>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(group -> group.get(0).id()))
                .toList();
        Map<String, Background> byLanguage = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Focus> focus = new ArrayList<>();
        for (List<Article> group : large) {
            Locale language = group.get(0).language();
            Background background =
                    byLanguage.computeIfAbsent(language.getLanguage(), code -> backgrounds.of(language));
            String label = new Labelling(group, background).label();
            if (!label.isEmpty() && focus.size() < MOST_LABELS && taken.add(label)) {
                focus.add(new Focus(label, group));
            }
        }
        return focus;
    }

    /** Finds the label of one group. */
    private final class Labelling {
        private final List<Article> group;
        private final Background background;
        private final Map<String, Set<String>> bearers = new LinkedHashMap<>();
        private final Map<String, String> written = new HashMap<>();

        Labelling(List<Article> group, Background background) {
            this.group = group;
            this.background = background;
            group.stream().sorted(Comparator.comparing(Article::id)).forEach(this::read);
        }

        private void read(Article article) {
            Matcher runs = CAPITALIZED.matcher(article.title());
            while (runs.find()) {
                List<String> words = List.of(runs.group().split(" ", -1));
                for (int from = 0; from < words.size(); from++) {
                    for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                        meet(String.join(" ", words.subList(from, to)), article);
                    }
                }
            }
        }

        private void meet(String phrase, Article article) {
            List<String> terms = analyzers.terms(article.language(), phrase);
            // A phrase with a stop word in it is half a sentence.
            if (terms.size() == phrase.split(" ", -1).length) {
                String key = String.join(" ", terms);
                written.putIfAbsent(key, phrase);
                bearers.computeIfAbsent(key, some -> new HashSet<>()).add(article.id());
            }
        }

        String label() {
            Map<String, Double> weights = new LinkedHashMap<>();
            bearers.forEach((key, some) -> {
                if (some.size() >= COVERAGE * group.size() && some.size() > 1) {
                    weights.put(key, weight(key, some.size()));
                }
            });
            Comparator<Map.Entry<String, Double>> best =
                    Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
            List<String> ordered = weights.entrySet().stream()
                    .sorted(best)
                    .map(Map.Entry::getKey)
                    .toList();
            if (ordered.isEmpty()) {
                return "";
            }
            String first = ordered.get(0);
            return ordered.stream()
                    .skip(1)
                    .filter(second -> isNews(first, second))
                    .findFirst()
                    .map(second -> written.get(first) + " · " + written.get(second))
                    .orElse(String.valueOf(written.get(first)));
        }

        /** Coverage times how much the words tell; a name of two words tells more than each of them. */
        private double weight(String key, int bearing) {
            double telling = 0;
            List<String> terms = List.of(key.split(" ", -1));
            for (String term : terms) {
                telling += idf(term);
            }
            return bearing * telling / Math.sqrt(terms.size());
        }

        private double idf(String term) {
            double with = background.words().of(Feature.of(term, 0, term.length()));
            return Math.log1p(background.words().texts() / (with + 1));
        }

        private boolean isNews(String first, String second) {
            Set<String> words = new HashSet<>(List.of(first.split(" ", -1)));
            boolean shares = List.of(second.split(" ", -1)).stream().anyMatch(words::contains);
            Set<String> more = new HashSet<>(bearers.getOrDefault(second, Set.of()));
            more.removeAll(bearers.getOrDefault(first, Set.of()));
            return !shares && more.size() >= NEW_COVERAGE * group.size();
        }
    }
}

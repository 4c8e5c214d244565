package org.broadsheet.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.article.Article;
import org.broadsheet.config.Topic;

/**
 * Proposes keywords for a topic: words that its articles use far more often than all others do, by the logarithm of the
 * odds, with a prior so that a word of three articles does not win (after Monroe, Colaresi and Quinn, 2008).
 */
final class Suggestions {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FEWEST = 3;
    private static final int SHORTEST = 2;

    /** At least so much of what uses the word must lie in the topic, */
    private static final double LEAST_SHARE = 0.5;

    /** and so many times the odds of any article. */
    private static final double LEAST_ODDS = 3;

    private static final int MOST = 15;

    private final Analyzers analyzers;

    Suggestions(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** How a word is used. */
    private static final class Use {
        private final Map<String, Integer> spellings = new HashMap<>();
        private int inTopic;
        private int all;
        private boolean naming;

        String spelling() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    List<Suggestion> of(Topic topic, List<Article> known, Assignment assignment) {
        Map<String, Use> uses = new HashMap<>();
        int inTopic = 0;
        for (Article article : known) {
            boolean belongs =
                    assignment.of(article).topic().filter(topic.id()::equals).isPresent();
            inTopic += belongs ? 1 : 0;
            count(article, belongs, uses);
        }
        keywords(topic, known).forEach(uses::remove);
        int others = known.size() - inTopic;
        int members = inTopic;
        List<Map.Entry<String, Use>> best = new ArrayList<>(uses.entrySet());
        best.removeIf(entry -> !tells(entry.getValue(), members, others));
        best.sort(Comparator.<Map.Entry<String, Use>>comparingDouble(entry -> -odds(entry.getValue(), members, others))
                .thenComparing(Map.Entry::getKey));
        return best.stream()
                .limit(MOST)
                .map(Map.Entry::getValue)
                .map(use -> new Suggestion(use.spelling(), use.all, (double) use.inTopic / use.all))
                .toList();
    }

    private static boolean tells(Use use, int members, int others) {
        return use.naming
                && use.inTopic >= FEWEST
                && use.inTopic >= LEAST_SHARE * use.all
                && (double) use.inTopic * others >= LEAST_ODDS * members * (use.all - use.inTopic);
    }

    private void count(Article article, boolean belongs, Map<String, Use> uses) {
        Set<String> met = new HashSet<>();
        for (String word : BETWEEN_WORDS
                .splitAsStream(article.title() + " " + article.summary())
                .toList()) {
            for (String term :
                    word.length() < SHORTEST ? List.<String>of() : analyzers.terms(article.language(), word)) {
                Use use = uses.computeIfAbsent(term, some -> new Use());
                use.spellings.merge(word, 1, Integer::sum);
                use.naming |= mayName(article.language(), word);
                if (met.add(term)) {
                    use.all++;
                    use.inTopic += belongs ? 1 : 0;
                }
            }
        }
    }

    /** German writes what has a name in capitals; its other words say less of what a text is about. */
    private static boolean mayName(Locale language, String word) {
        return !language.getLanguage().equals("de") || !Character.isLowerCase(word.codePointAt(0));
    }

    private Set<String> keywords(Topic topic, List<Article> known) {
        Set<String> terms = new HashSet<>();
        for (Locale language : known.stream().map(Article::language).distinct().toList()) {
            topic.keywords().forEach(keyword -> terms.addAll(analyzers.terms(language, keyword)));
        }
        return terms;
    }

    /** The logarithm of the odds, divided by its standard deviation: a rare word must differ more than a common one. */
    private static double odds(Use use, int members, int others) {
        double inside = use.inTopic + 0.5;
        double outside = use.all - use.inTopic + 0.5;
        double odds = Math.log(inside / (members - use.inTopic + 0.5))
                - Math.log(outside / (others - (use.all - use.inTopic) + 0.5));
        return odds / Math.sqrt(1 / inside + 1 / outside);
    }
}

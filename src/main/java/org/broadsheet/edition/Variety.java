package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.broadsheet.article.Article;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Outlets;
import org.broadsheet.story.Story;

/**
 * Orders the stories of a section so that no outlet and no saga fills it: each story counts less, the more stories of
 * the same lead outlet or of the same saga stand above it. Nothing is left out.
 *
 * <p>The idea is that of maximal marginal relevance (Carbonell and Goldstein, 1998), with discounts instead of
 * similarities.
 */
final class Variety {
    /** What is left of a story's score for each story of its outlet above it. */
    private static final double SAME_OUTLET = 0.7;

    private static final double SAME_SAGA = 0.5;

    private static final Comparator<Story> BEST_FIRST = Comparator.comparingDouble(
                    (Story story) -> story.score().value())
            .reversed()
            .thenComparing(Story::id);

    /** How many stories of an outlet or a saga stand already. */
    private final Map<String, Integer> standing = new HashMap<>();

    private final Outlets outlets = new Outlets();

    private final Map<Integer, Integer> sagas = new HashMap<>();
    private final Map<String, Integer> sagaOf;

    private Variety(Map<String, Integer> sagaOf) {
        this.sagaOf = sagaOf;
    }

    /**
     * Orders stories, the best first; their scores say what variety costs them.
     *
     * @param sagaOf the number of the saga that an article belongs to, by its id; absent for most
     */
    static List<Story> order(List<Story> stories, Map<String, Integer> sagaOf) {
        return new Variety(sagaOf).order(stories);
    }

    /** The number of each article's saga. */
    static Map<String, Integer> sagas(List<Focus> focus) {
        Map<String, Integer> sagas = new HashMap<>();
        for (int i = 0; i < focus.size(); i++) {
            for (Article article : focus.get(i).articles()) {
                sagas.putIfAbsent(article.id(), i);
            }
        }
        return sagas;
    }

    private List<Story> order(List<Story> stories) {
        PriorityQueue<Story> waiting = new PriorityQueue<>(BEST_FIRST);
        waiting.addAll(stories);
        List<Story> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Story best = waiting.remove();
            Story now = best.withVariety(variety(best));
            // Scores only sink, so what is still the best after its discount is the best of all.
            if (waiting.isEmpty() || BEST_FIRST.compare(now, waiting.element()) <= 0) {
                ordered.add(now);
                count(now);
            } else {
                waiting.add(now);
            }
        }
        return ordered;
    }

    private double variety(Story story) {
        int ofOutlet = standing.getOrDefault(outlets.of(story.lead()), 0);
        int ofSaga = saga(story).map(saga -> sagas.getOrDefault(saga, 0)).orElse(0);
        return Math.max(Double.MIN_NORMAL, Math.pow(SAME_OUTLET, ofOutlet) * Math.pow(SAME_SAGA, ofSaga));
    }

    private void count(Story story) {
        standing.merge(outlets.of(story.lead()), 1, Integer::sum);
        saga(story).ifPresent(saga -> sagas.merge(saga, 1, Integer::sum));
    }

    private Optional<Integer> saga(Story story) {
        return story.articles().stream()
                .filter(article -> sagaOf.containsKey(article.id()))
                .map(article -> sagaOf.get(article.id()))
                .findFirst();
    }
}

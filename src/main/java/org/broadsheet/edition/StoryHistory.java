package org.broadsheet.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.story.ArticleOrder;

/**
 * Knows stories again that earlier editions told, so that they do not return as new: a story that has moved on since is
 * told once more, as an update.
 *
 * <p>A story has moved on when an article of it was published after the edition that told it; what came to light only
 * late tells nothing that readers do not know.
 */
final class StoryHistory {
    private final Map<String, Carried> byArticle;

    StoryHistory(List<Carried> carried) {
        this.byArticle = carried.stream().collect(Collectors.toMap(Carried::article, Function.identity()));
    }

    /** What becomes of articles that tell one event: they are told, or bring nothing new to a story that was. */
    sealed interface Fate permits Tell, KnownStory {
        /** The articles that no edition told. */
        List<Article> articles();
    }

    /**
     * They are told.
     *
     * @param id of the story, the one it had in earlier editions
     */
    record Tell(String id, List<Article> articles, boolean update) implements Fate {}

    /** Decides about the articles of an event, the lead first; there may be none that is not told already. */
    Fate fate(List<Article> event) {
        List<Article> untold = event.stream()
                .filter(article -> !byArticle.containsKey(article.id()))
                .toList();
        List<Carried> carried = event.stream()
                .map(article -> byArticle.get(article.id()))
                .filter(Objects::nonNull)
                .toList();
        if (carried.isEmpty()) {
            return new Tell(id(untold), untold, false);
        }
        Carried known = nearest(carried);
        boolean movedOn = !known.updated() && untold.stream().anyMatch(article -> isSince(article, known.lastTold()));
        return movedOn
                ? new Tell(known.story(), newsFirst(untold, known.lastTold()), true)
                : new KnownStory(known.story(), untold, known.lastTold(), known.updated());
    }

    /** Two events that were told apart and turn out to be one go on as that which has more of the articles. */
    private static Carried nearest(List<Carried> carried) {
        Map<String, Long> counts =
                carried.stream().collect(Collectors.groupingBy(Carried::story, Collectors.counting()));
        return carried.stream()
                .max(Comparator.comparing((Carried one) -> counts.get(one.story()))
                        .thenComparing(Carried::story, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** An update is led by what is new. */
    private static List<Article> newsFirst(List<Article> untold, Instant lastTold) {
        List<Article> ordered = new ArrayList<>(untold);
        ordered.sort(Comparator.comparing(article -> !isSince(article, lastTold)));
        return ordered;
    }

    private static boolean isSince(Article article, Instant instant) {
        return article.published().isAfter(instant);
    }

    /** Its earliest article names a story: that article is told only once, and so never names another. */
    private static String id(List<Article> articles) {
        return articles.stream().min(ArticleOrder.IN_TIME).map(Article::id).orElseThrow();
    }
}

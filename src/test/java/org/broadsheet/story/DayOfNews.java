package org.broadsheet.story;

import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.article.Article;

/** Articles among others of their day, since how rare a word is shows only there; and the stories that they are in. */
final class DayOfNews {
    private static final List<String> GERMAN = List.of(
            "Stadtrat beschließt den Haushalt nach langer Nacht",
            "Wie Bienen den Winter in der Stadt überstehen",
            "Handball: Deichland gewinnt in letzter Sekunde",
            "Mieten steigen langsamer als im Vorjahr",
            "Neues Album: Die Band vom Leuchtturm spielt wieder",
            "Forscher messen die Wärme der Nordsee am Grund",
            "Bäckerei verkauft ihr letztes Roggenbrot",
            "Polizei sucht Zeugen nach Unfall auf der Landstraße",
            "Museum zeigt Karten, auf denen die Insel fehlt",
            "Zug nach Eschfelde fährt ab Montag stündlich",
            "Kommentar: Warum der Radweg allen nützt",
            "Rezept der Woche: Grünkohl ohne Wurst");

    private static final List<String> ENGLISH = List.of(
            "Council passes its budget after a long night",
            "How bees get through a winter in the city",
            "Late goal sends Deepdale into the final",
            "Rents rise more slowly than last year",
            "New album from a band that had said goodbye",
            "Scientists measure the warmth of the sea floor",
            "Bakery sells its last loaf of rye",
            "Police look for witnesses of a crash",
            "Museum shows maps that lack an island",
            "Trains to Ashfield will run every hour",
            "Why a bicycle lane is good for all of us",
            "Recipe of the week: kale without sausage");

    private DayOfNews() {}

    static Article ofSource(String source, String id, String title, String summary) {
        return article(id, title, summary).from(source);
    }

    static Article ofEnglishSource(String source, String id, String title, String summary) {
        return in(ofSource(source, id, title, summary), Locale.ENGLISH, "https://" + id + ".example/feed");
    }

    static List<Article> german(Article... some) {
        return among(GERMAN, DayOfNews::ofSource, some);
    }

    static List<Article> english(Article... some) {
        return among(ENGLISH, DayOfNews::ofEnglishSource, some);
    }

    /** Makes an article of its source, id, title and summary. */
    @FunctionalInterface
    private interface Maker {
        Article make(String source, String id, String title, String summary);
    }

    private static List<Article> among(List<String> titles, Maker maker, Article... some) {
        List<Article> day = new ArrayList<>(List.of(some));
        for (int i = 0; i < titles.size(); i++) {
            day.add(maker.make("Quelle " + i % 3, "day" + i, titles.get(i), ""));
        }
        return day;
    }

    /** What the story of an article holds. */
    static List<Article> told(List<Cluster> stories, Article article) {
        return stories.stream()
                .map(Cluster::articles)
                .filter(articles -> articles.contains(article))
                .findFirst()
                .orElseThrow();
    }
}

package org.broadsheet.story;

import java.util.List;
import java.util.Locale;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;

/** Reads what articles are compared by out of their texts. */
final class TextFeatures {
    /** What comes later in a text seldom tells the event, and an endless one must not cost endless time. */
    private static final int LONGEST_TITLE = 300;

    private static final int LONGEST_SUMMARY = 800;
    private static final int MOST_TERMS = 100;

    /** Headlines of other news in a row, as live blogs have them for a summary. */
    private static final String TICKER = "+++";

    private static final float TITLE = 2;

    /** The words before a colon tell the place or the saga, those behind it the event. */
    private static final float KICKER = 2.1f;

    private static final float SUMMARY = 0.85f;
    private static final int LONGEST_KICKER = 50;
    private static final int GRAM = 4;

    private final Analyzers analyzers;

    TextFeatures(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** The stems of an article; those of the title count more. */
    Bag words(Article article) {
        String title = start(article.title(), LONGEST_TITLE);
        int behindKicker = behindKicker(title);
        String summary = article.summary().contains(TICKER) ? "" : start(article.summary(), LONGEST_SUMMARY);
        Bag.Builder bag = new Bag.Builder();
        add(bag, article.language(), title.substring(0, behindKicker), KICKER);
        add(bag, article.language(), title.substring(behindKicker), TITLE);
        add(bag, article.language(), summary, SUMMARY);
        return bag.build();
    }

    private static int behindKicker(String title) {
        int colon = title.indexOf(": ");
        return colon > 0 && colon < LONGEST_KICKER ? colon + 2 : 0;
    }

    private void add(Bag.Builder bag, Locale language, String text, float amount) {
        List<String> terms = analyzers.terms(language, text);
        for (String term : terms.subList(0, Math.min(terms.size(), MOST_TERMS))) {
            // Analyzers take an emoji for a word; alone it says nothing about what an article tells.
            if (saysSomething(term)) {
                bag.add(Feature.of(term, 0, term.length()), amount);
            }
        }
    }

    private static boolean saysSomething(String term) {
        // Nearly every term ends here; asking all its signs would cost more than finding it.
        return (!term.isEmpty() && Character.isLetterOrDigit(term.charAt(0)))
                || term.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The sequences of four letters in a title: they find compound words, and names in any inflection. */
    Bag grams(Article article) {
        String title = Titles.words(start(article.title(), LONGEST_TITLE));
        Bag.Builder bag = new Bag.Builder();
        for (int from = 0; from + GRAM <= title.length(); from++) {
            bag.add(Feature.of(title, from, from + GRAM), 1);
        }
        return bag.build();
    }

    private static String start(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}

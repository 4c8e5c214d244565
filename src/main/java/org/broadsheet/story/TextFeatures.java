package org.broadsheet.story;

import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.topic.Analyzers;

/** Reads what articles are compared by out of their texts. */
final class TextFeatures {
    /** What comes later in a text seldom tells the event, and an endless one must not cost endless time. */
    private static final int LONGEST_TITLE = 300;

    private static final int LONGEST_SUMMARY = 500;

    /** Headlines of other news in a row, as live blogs have them for a summary. */
    private static final String TICKER = "+++";

    private static final int GRAM = 4;

    private final Numbering<String> words = new Numbering<>();
    private final Numbering<String> grams = new Numbering<>();
    private final Analyzers analyzers;

    TextFeatures(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** The stems of an article; those of the title count twice. */
    Bag words(Article article) {
        IntStream title = stems(article, start(article.title(), LONGEST_TITLE));
        IntStream again = stems(article, start(article.title(), LONGEST_TITLE));
        String summary = article.summary().contains(TICKER) ? "" : article.summary();
        IntStream rest = stems(article, start(summary, LONGEST_SUMMARY));
        return Bag.of(IntStream.concat(IntStream.concat(title, again), rest).toArray());
    }

    /** The sequences of four letters in a title: they find compound words, and names in any inflection. */
    Bag grams(Article article) {
        String title = Titles.words(start(article.title(), LONGEST_TITLE));
        int count = title.isEmpty() ? 0 : Math.max(1, title.length() - GRAM + 1);
        return Bag.of(IntStream.range(0, count)
                .map(i -> grams.of(title.substring(i, Math.min(title.length(), i + GRAM))))
                .toArray());
    }

    int knownWords() {
        return words.size();
    }

    int knownGrams() {
        return grams.size();
    }

    private IntStream stems(Article article, String text) {
        List<String> stems = analyzers.stems(article.language(), text);
        return stems.stream().filter(TextFeatures::isWord).mapToInt(words::of);
    }

    /** Analyzers take an emoji for a word; alone it says nothing about what an article tells. */
    private static boolean isWord(String stem) {
        return stem.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String start(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}

package org.broadsheet.story;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.article.Article;

/** What is left of titles when letter case, punctuation and accents do not count. */
final class Titles {
    private Titles() {}

    /** The words of a title in lower case, one space between them; empty for a title of emoji or signs alone. */
    static String words(String title) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(letters.length());
        boolean apart = false;
        // By hand, as regular expressions took a third of the time of grouping.
        for (int at = 0; at < letters.length(); at += Character.charCount(letters.codePointAt(at))) {
            int sign = letters.codePointAt(at);
            if (Character.isLetter(sign) || isNumber(sign)) {
                words.append(apart && !words.isEmpty() ? " " : "").appendCodePoint(sign);
                apart = false;
            } else if (!isAccent(sign)) {
                apart = true;
            }
        }
        return words.toString();
    }

    private static boolean isNumber(int sign) {
        int type = Character.getType(sign);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isAccent(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Puts articles with the same words in their titles together: agency copy and repeated posts. */
    static List<List<Article>> equal(List<Article> inTime, Duration reach) {
        Map<String, List<Article>> open = new HashMap<>();
        List<List<Article>> groups = new ArrayList<>();
        for (Article article : inTime) {
            String words = words(article.title());
            // A title of emoji alone says nothing about what it tells.
            String key = words.isEmpty() ? article.id() : words;
            List<Article> group = open.get(key);
            if (group == null || !Nearness.within(reach, group.get(0), article)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(key, group);
            }
            group.add(article);
        }
        return groups;
    }
}

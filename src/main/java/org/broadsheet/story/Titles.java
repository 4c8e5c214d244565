package org.broadsheet.story;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.article.Article;

/** What is left of titles when letter case, punctuation and accents do not count. */
final class Titles {
    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Titles() {}

    /** The words of a title in lower case, one space between them; empty for a title of emoji or signs alone. */
    static String words(String title) {
        String letters = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("");
        return NOT_OF_WORDS
                .matcher(letters.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
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

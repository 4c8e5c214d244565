package org.broadsheet.feed.repair;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Months by their names and short names in the languages of the newsletters. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ro", "el", "ru", "uk");
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    static OptionalInt find(String word) {
        Integer number = NUMBERS.get(key(word));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    numbers.putIfAbsent(key(month.getDisplayName(style, locale)), month.getValue());
                }
            }
        }
        // Written so by feeds, but in no table of names.
        numbers.putAll(Map.of(
                "jän", 1, "jänner", 1, "feber", 2, "febr", 2, "mrz", 3, "maer", 3, "maerz", 3, "sept", 9, "okt", 10,
                "dez", 12));
        return Map.copyOf(numbers);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}

package org.broadsheet.edition;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;

/**
 * The texts of the mail in one language.
 *
 * @param language of the newsletter
 * @param texts the language that the texts are in: English when the newsletter's own has none
 * @param patterns ICU message patterns by key
 */
public record Words(Locale language, Locale texts, Map<String, String> patterns) {
    private static final String LEFT_TO_RIGHT = "\u2066";
    private static final String END = "\u2069";

    public Words {
        patterns = Map.copyOf(patterns);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** Whether the texts are in the newsletter's own language. */
    public boolean isOwn() {
        return texts.getLanguage().equals(language.getLanguage());
    }

    /** The text of that key. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The text of that key, with the values put in and the plural form that goes with them. */
    public String text(String key, Map<String, ?> values) {
        String text = new MessageFormat(pattern(key), ULocale.forLocale(texts)).format(values);
        return isAgainstTheGrain() ? LEFT_TO_RIGHT + text + END : text;
    }

    /** English within an Arabic or Hebrew mail: its figures would else wander to the wrong end of the line. */
    private boolean isAgainstTheGrain() {
        return !isOwn() && ULocale.forLocale(language).isRightToLeft();
    }

    /** The text of that key as it stands in the file. */
    String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new TemplateFailure(
                    "messages/" + texts.getLanguage() + ".properties: there is no text \"" + key + "\"", null);
        }
        return pattern;
    }
}

package org.broadsheet.edition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes lines shorter or calmer without breaking a word or a letter. */
record Shortening(Locale language) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\p{P}]+$");

    /** One line of at most that many characters, ended by an ellipsis where something was left out. */
    String to(int limit, String text) {
        String line = oneLine(text);
        if (line.codePointCount(0, line.length()) <= limit) {
            return line;
        }
        int most = line.offsetByCodePoints(0, limit - 1);
        int end = lastBreak(BreakIterator.getLineInstance(locale()), line, most);
        if (end < most / 2) {
            end = lastBreak(BreakIterator.getCharacterInstance(locale()), line, most);
        }
        return LOOSE_END.matcher(line.substring(0, end)).replaceAll("") + "…";
    }

    private static int lastBreak(BreakIterator breaks, String line, int most) {
        breaks.setText(line);
        return breaks.isBoundary(most) ? most : Math.max(0, breaks.preceding(most));
    }

    static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** The text in sentence case if it is all capitals, which spam filters and readers alike take for shouting. */
    String calm(String text) {
        return isShouted(text) ? capitalised(text.toLowerCase(language)) : text;
    }

    /** Whether a text is in capitals only. */
    static boolean isShouted(String text) {
        return text.codePoints().filter(Character::isUpperCase).count() > 1
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    private String capitalised(String lower) {
        int first = lower.codePoints()
                .takeWhile(some -> !Character.isLetter(some))
                .map(Character::charCount)
                .sum();
        int after = Math.min(lower.length(), lower.offsetByCodePoints(first, 1));
        String letter = UCharacter.toTitleCase(locale(), lower.substring(first, after), null);
        return lower.substring(0, first) + letter + lower.substring(after);
    }

    private ULocale locale() {
        return ULocale.forLocale(language);
    }
}

package org.broadsheet.edition;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Breaks values of the text part into lines; templates know it as {@code wrap}. */
public record TextWrap(int width, Locale language) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The text in lines. */
    public String text(String text) {
        return String.join("\n", lines(text, width));
    }

    /** A list item: a star, and the lines that follow indented under its text. */
    public String item(String text) {
        return "* " + String.join("\n  ", lines(text, width - 2));
    }

    /** The text in capitals, as plain text sets a heading. */
    public String heading(String text) {
        return text(text.toUpperCase(language));
    }

    /** A line of that sign right across. */
    public String rule(String sign) {
        return sign.repeat(width);
    }

    private List<String> lines(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACES.split(text.strip(), -1)) {
            for (String piece : pieces(word, room)) {
                if (!line.isEmpty() && length(line) + 1 + length(piece) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word as it is, unless it alone is longer than a line and no link. */
    private List<String> pieces(String word, int room) {
        if (length(word) <= room || word.contains("://")) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.forLocale(language));
        breaks.setText(word);
        int start = 0;
        while (start < word.length()) {
            int most = word.offsetByCodePoints(start, Math.min(room, word.codePointCount(start, word.length())));
            int end = breaks.isBoundary(most) ? most : breaks.preceding(most);
            pieces.add(word.substring(start, end > start ? end : most));
            start = end > start ? end : most;
        }
        return pieces;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}

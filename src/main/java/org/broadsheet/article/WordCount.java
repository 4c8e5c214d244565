package org.broadsheet.article;

import java.util.regex.Pattern;

/** Counts the words of a text, to tell how long it takes to read. */
final class WordCount {
    /** Two signs of a script without spaces read about as long as one word of the others. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{1,2}"
            + "|[\\p{L}\\p{M}\\p{N}'’&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    private WordCount() {}

    static int of(String text) {
        return Math.toIntExact(WORD.matcher(text).results().count());
    }
}

package org.broadsheet.article;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the characters of a text that a reader can see, so that nothing hides, turns the reading direction or breaks a line. */
final class VisibleText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The characters that are controls in Unicode, but letters and quotes in the pages that feeds are made from. */
    private static final Pattern C1 = Pattern.compile("[\u0080-\u009f]");

    /** Scripts whose letters change shape around a joiner. */
    private static final String JOINING = "\\p{IsArabic}\\p{IsSyriac}\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}"
            + "\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}"
            + "\\p{IsKhmer}\\p{IsMyanmar}\\p{IsMongolian}";

    private static final Pattern LETTER = Pattern.compile("[" + JOINING + "]");

    private static final Pattern EMOJI = Pattern.compile("[\\p{So}\\p{Sk}\ufe0f]");

    private static final Pattern JOINER = Pattern.compile("[\u200c\u200d]");

    /** Controls, lone surrogates, private use, format characters but for joiners, and letters that show nothing. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cf}&&[^\u200c\u200d\\s]]"
            + "|[\ufffd\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\h\\v]+");

    private VisibleText() {}

    /** The text on one line, words separated by single spaces. */
    static String of(String text) {
        String mapped =
                C1.matcher(text).replaceAll(match -> letter(match.group().charAt(0)));
        String visible = UNWANTED.matcher(mapped).replaceAll("");
        String joined = JOINER.matcher(visible).replaceAll(match -> joins(visible, match.start()) ? match.group() : "");
        return SPACE.matcher(joined).replaceAll(" ").strip();
    }

    private static String letter(char control) {
        String meant = new String(new byte[] {(byte) control}, WINDOWS_1252);
        return Matcher.quoteReplacement(meant);
    }

    private static boolean joins(String text, int at) {
        if (at == 0 || at == text.length() - 1) {
            return false;
        }
        String before = Character.toString(text.codePointBefore(at));
        String after = Character.toString(text.codePointAt(at + 1));
        return areBoth(LETTER, before, after) || (text.charAt(at) == '\u200d' && areBoth(EMOJI, before, after));
    }

    private static boolean areBoth(Pattern kind, String one, String other) {
        return kind.matcher(one).matches() && kind.matcher(other).matches();
    }
}

package org.broadsheet.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens a text to whole sentences. */
final class Summary {
    static final int LONGEST = 400;

    /** How a feed shows that it gives but the beginning. */
    private static final Pattern BROKEN_OFF =
            Pattern.compile("\\s*([\\[(]\\s*(…|\\.{2,4}|&hellip;)\\s*[\\])]|…|\\.{3,4})+$");

    private static final Pattern SAID = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Summary() {}

    /**
     * The first whole sentences of at most {@value #LONGEST} characters; a longer first sentence is cut at a word.
     * Empty when the text says no more than the title.
     */
    static String of(String title, String text) {
        String told = whole(Boilerplate.without(title, text));
        if (said(told).equals(said(title))) {
            return "";
        }
        if (told.length() <= LONGEST) {
            return told;
        }
        int end = Sentences.lastEnd(told.substring(0, Math.min(told.length(), LONGEST * 2)), LONGEST);
        return end > 0 ? told.substring(0, end).strip() : cutAtWord(told);
    }

    /** Whether the text is only the beginning of what there is to read. */
    static boolean isBrokenOff(String text) {
        return BROKEN_OFF.matcher(tail(text)).find();
    }

    /** Leaves out a last sentence that the feed broke off; when it is the only one, says that it goes on. */
    private static String whole(String text) {
        int from = text.length() - tail(text).length();
        Matcher broken = BROKEN_OFF.matcher(tail(text));
        if (!broken.find()) {
            return text;
        }
        String kept = text.substring(0, from + broken.start()).strip();
        if (kept.length() > LONGEST * 2) {
            return kept;
        }
        int end = Sentences.lastEnd(kept, kept.length());
        return kept.isEmpty() ? "" : end > 0 ? kept.substring(0, end) : kept + " …";
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 40));
    }

    private static String said(String text) {
        return SAID.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String cutAtWord(String text) {
        int space = text.lastIndexOf(' ', LONGEST - 2);
        int cut = space > LONGEST / 2 ? space : LONGEST - 2;
        int sound = Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
        return text.substring(0, sound).strip() + " …";
    }
}

package org.broadsheet.article;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shortens a text to whole sentences. */
final class Summary {
    static final int LONGEST = 400;

    /** What publishing systems append to every text; it tells the reader nothing. */
    private static final List<Pattern> BOILERPLATE = List.of(
            Pattern.compile("\\s*The post .{1,300} (first )?appeared (first )?on .{1,200}$"),
            Pattern.compile("\\s*Der Beitrag .{1,300} erschien zuerst auf .{1,200}$"),
            Pattern.compile("\\s*(Weiterlesen|Mehr lesen|Continue reading|Read more)\\b.{0,200}$"),
            Pattern.compile("\\s*\\[?(…|\\.\\.\\.|&hellip;)]?\\s*$"));

    private Summary() {}

    /** The first whole sentences of at most {@value #LONGEST} characters; a longer first sentence is cut at a word. */
    static String of(String text, Locale language) {
        String told = withoutBoilerplate(text);
        if (told.length() <= LONGEST) {
            return told;
        }
        int end = endOfSentences(told, language);
        return end > 0 ? told.substring(0, end).strip() : cutAtWord(told);
    }

    private static String withoutBoilerplate(String text) {
        String told = text;
        for (Pattern pattern : BOILERPLATE) {
            boolean ellipsis = pattern == BOILERPLATE.get(BOILERPLATE.size() - 1);
            told = pattern.matcher(told).replaceFirst(ellipsis ? " …" : "");
        }
        return told.strip();
    }

    private static int endOfSentences(String text, Locale language) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language);
        sentences.setText(text);
        int end = sentences.preceding(LONGEST + 1);
        return end == BreakIterator.DONE ? 0 : end;
    }

    private static String cutAtWord(String text) {
        int space = text.lastIndexOf(' ', LONGEST - 2);
        return text.substring(0, space > LONGEST / 2 ? space : LONGEST - 2).strip() + " …";
    }
}

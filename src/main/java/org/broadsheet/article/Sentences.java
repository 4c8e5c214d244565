package org.broadsheet.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where sentences end, and is not taken in by the dots of dates and abbreviations. */
final class Sentences {
    private static final Pattern END = Pattern.compile("([.!?…]+[\"”“«»'’)\\]]*)(?=\\s|$)|[。！？]+[」』”]*");

    private static final Pattern WORD_BEFORE = Pattern.compile("[^\\s\"„“«»(\\[]{1,30}$");

    private static final Pattern ABBREVIATION = Pattern.compile(
            "\\p{L}|\\d{1,2}|(\\p{L}\\.)+\\p{L}{1,2}|[Dd]r|[Pp]rof|[Hh]r|[Ff]r|St|Mr|Mrs|Ms|Jr|Sr|Nr|No|Mio|Mrd|Std"
                    + "|Tel|Abs|Art|Str|bzw|ca|vgl|usw|inkl|zzgl|evtl|ggf|geb|gest|sog|etc|vs|approx|Inc|Ltd|Co|Corp"
                    + "|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Rev|Hon|M|Mme|Mlle|env|Sig|Dott|pag|ecc|Sra?|Srta|Ud|Uds|p\\.ej"
                    + "|dhr|mevr|bijv|bv|nl|Jan|Feb|Mar|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec|Mt|Ft"
                    // American states, as agencies have them in datelines: "PUNTA GORDA, Fla. (AP)".
                    + "|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Kan|Ky|Mass|Md|Mich|Minn|Mont|Neb|Nev|Okla|Ore|Pa|Tenn"
                    + "|Tex|Va|Vt|Wash|Wis|Wyo");

    private Sentences() {}

    /** The end of the last whole sentence within the first characters of a text; 0 without one. */
    static int lastEnd(String text, int longest) {
        int end = 0;
        Matcher matcher = END.matcher(text);
        while (matcher.find() && matcher.end() <= longest) {
            if (isEnd(text, matcher)) {
                end = matcher.end();
            }
        }
        return end;
    }

    private static boolean isEnd(String text, Matcher sign) {
        if (sign.end() == text.length() || !sign.group().equals(".")) {
            return !startsSmall(text, sign.end());
        }
        Matcher word = WORD_BEFORE.matcher(text).region(Math.max(0, sign.start() - 30), sign.start());
        boolean abbreviated = word.find() && ABBREVIATION.matcher(word.group()).matches();
        return !abbreviated && !startsSmall(text, sign.end());
    }

    /** No sentence begins with a small letter: the dot before it ended an abbreviation. */
    private static boolean startsSmall(String text, int from) {
        int next = from;
        int last = Math.min(text.length(), from + 12);
        while (next < last && !Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        return next < last && Character.isLowerCase(text.charAt(next));
    }
}

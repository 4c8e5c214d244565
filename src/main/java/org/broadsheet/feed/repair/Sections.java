package org.broadsheet.feed.repair;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends CDATA sections, comments and instructions that are not closed: each of them would swallow all that follows. The
 * end tag of the field that a section stands in tells where the section must have ended.
 */
final class Sections {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final Pattern MISWRITTEN = Pattern.compile("<!\\s*+\\[\\s*+CDATA\\s*+\\[", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile("<!\\[CDATA\\[|<!--|<\\?");
    private static final Pattern FIELD = Pattern.compile("<([\\w:.-]++)[^<>]*+>\\s*+$");
    private static final Pattern BROKEN_END = Pattern.compile("\\s*+\\](?:\\]?+\\s*+>?+)$");

    /** A start tag is no longer than that; looking further back for every section would cost the square of its length. */
    private static final int TAG = 500;

    private final String text;
    private final StringBuilder mended = new StringBuilder();
    private int at;
    private int sectionEnd = -1;

    private Sections(String text) {
        this.text = text;
    }

    static String close(String text) {
        return new Sections(MISWRITTEN.matcher(text).replaceAll(Matcher.quoteReplacement(CDATA))).close();
    }

    private String close() {
        Matcher opening = OPENING.matcher(text);
        while (at < text.length() && opening.find(at)) {
            mended.append(text, at, opening.start());
            at = opening.start();
            switch (opening.group()) {
                case CDATA -> section();
                case "<!--" -> pass("-->", text.indexOf('<', at + 1));
                default -> pass("?>", 1 + text.indexOf('>', at));
            }
        }
        return mended.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    /** Keeps what is closed; what is not is left out up to where its neighbour begins. */
    private void pass(String end, int neighbour) {
        int found = text.indexOf(end, at);
        if (found >= 0) {
            copyTo(found + end.length());
            return;
        }
        at = neighbour <= 0 ? text.length() : neighbour;
    }

    private void section() {
        if (sectionEnd < at && sectionEnd != text.length()) {
            int found = text.indexOf(CDATA_END, at);
            sectionEnd = found < 0 ? text.length() : found;
        }
        Matcher field = FIELD.matcher(text).region(Math.max(0, at - TAG), at);
        int closing = field.find() ? text.indexOf("</" + field.group(1) + ">", at) : -1;
        if (closing < 0 || closing > sectionEnd || !isSwallowing(closing)) {
            copyTo(Math.min(text.length(), sectionEnd + CDATA_END.length()));
            return;
        }
        String inside = text.substring(at, closing);
        mended.append(BROKEN_END.matcher(inside).replaceFirst("")).append(CDATA_END);
        at = closing;
    }

    /** Whether a section that goes on behind the end of its field would take another one, or an entry's end, with it. */
    private boolean isSwallowing(int closing) {
        if (sectionEnd == text.length()) {
            return true;
        }
        int next = text.indexOf(CDATA, closing);
        if (next >= 0 && next < sectionEnd) {
            return true;
        }
        String rest = text.substring(closing, sectionEnd).toLowerCase(Locale.ROOT);
        return rest.contains("</item>") || rest.contains("</entry>");
    }

    private void copyTo(int end) {
        mended.append(text, at, end);
        at = end;
    }
}

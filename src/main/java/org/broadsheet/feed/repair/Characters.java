package org.broadsheet.feed.repair;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes the characters that no XML 1.0 document may hold (section 2.2), written out or as a number. */
final class Characters {
    private static final Pattern REFERENCE = Pattern.compile("&#(?:(\\d{1,9})|[xX]([0-9a-fA-F]{1,7}));?");

    private Characters() {}

    static String removeForbidden(String text) {
        return withoutReferences(withoutForbidden(text));
    }

    /** The text without the characters themselves. */
    static String withoutForbidden(String text) {
        if (text.codePoints().allMatch(Characters::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Characters::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String withoutReferences(String text) {
        if (!text.contains("&#")) {
            return text;
        }
        return Segments.mend(text, (kind, piece) -> switch (kind) {
            case TEXT, TAG ->
                REFERENCE
                        .matcher(piece)
                        .replaceAll(reference ->
                                isAllowed(codePoint(reference)) ? Matcher.quoteReplacement(reference.group()) : "");
            case CDATA, OTHER -> piece;
        });
    }

    static int codePoint(java.util.regex.MatchResult reference) {
        return reference.group(1) == null
                ? Integer.parseInt(reference.group(2), 16)
                : Integer.parseInt(reference.group(1));
    }

    static boolean isAllowed(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        return codePoint < 0xd800
                || (codePoint >= 0xe000 && codePoint <= 0xfffd)
                || (codePoint >= 0x10000 && codePoint <= 0x10ffff);
    }
}

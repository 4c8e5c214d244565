package org.broadsheet.feed.repair;

/**
 * Cuts XML that may be broken into tags, texts and what must be left alone.
 *
 * <p>A tag that is never closed ends before the next one, and a quote that is never closed ends with its tag: so one
 * missing character costs one tag and not the rest of the feed.
 */
final class Segments {
    /** What a piece of XML is. */
    enum Kind {
        /** Between tags. */
        TEXT,
        /** A start, end or empty tag. */
        TAG,
        /** Text between {@code <![CDATA[} and {@code ]]>}. */
        CDATA,
        /** A comment, an instruction, a declaration. */
        OTHER
    }

    /** Makes a better piece of a piece; an equal one of a sound one. */
    @FunctionalInterface
    interface Mender {
        String mend(Kind kind, String piece);
    }

    private final String text;
    private int at;

    private Segments(String text) {
        this.text = text;
    }

    /** The text with every piece mended. */
    static String mend(String text, Mender mender) {
        Segments segments = new Segments(text);
        StringBuilder mended = new StringBuilder(text.length() + 64);
        while (segments.at < text.length()) {
            int start = segments.at;
            Kind kind = segments.next();
            mended.append(mender.mend(kind, text.substring(start, segments.at)));
        }
        return mended.toString();
    }

    private Kind next() {
        if (!opensMarkup(at)) {
            do {
                at++;
            } while (at < text.length() && !opensMarkup(at));
            return Kind.TEXT;
        }
        if (text.startsWith("<![CDATA[", at)) {
            return upTo("]]>", Kind.CDATA);
        }
        if (text.startsWith("<!--", at)) {
            return upTo("-->", Kind.OTHER);
        }
        if (text.startsWith("<?", at)) {
            return upTo("?>", Kind.OTHER);
        }
        if (text.startsWith("<!", at)) {
            at = endOfDeclaration();
            return Kind.OTHER;
        }
        at = endOfTag();
        return Kind.TAG;
    }

    private boolean opensMarkup(int index) {
        if (text.charAt(index) != '<' || index + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(index + 1);
        return next == '!'
                || next == '?'
                || isNameStart(next == '/' && index + 2 < text.length() ? text.charAt(index + 2) : next);
    }

    static boolean isNameStart(char letter) {
        return Character.isLetter(letter) || letter == '_';
    }

    private Kind upTo(String end, Kind kind) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
        return kind;
    }

    /** A document type may declare things within brackets and quotes; one that does not end so ends at the next bracket. */
    private int endOfDeclaration() {
        int depth = 0;
        for (int i = at + 2; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '>' && depth == 0) {
                return i + 1;
            }
            if (letter == '"' || letter == '\'') {
                int closing = text.indexOf(letter, i + 1);
                i = closing < 0 ? i : closing;
            } else if (text.startsWith("<!--", i)) {
                i = Math.max(i, text.indexOf("-->", i));
            }
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
        }
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int endOfTag() {
        char quote = 0;
        char before = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '<') {
                return i;
            }
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '>') {
                return i + 1;
            } else if ((letter == '"' || letter == '\'') && before == '=') {
                quote = letter;
            }
            before = Character.isWhitespace(letter) ? before : letter;
        }
        return text.length();
    }
}

package org.broadsheet.feed.repair;

import java.util.regex.Pattern;

/** Escapes the ampersands that begin no reference, as addresses and company names have them. */
final class Ampersands {
    private static final Pattern UNFINISHED_NUMBER =
            Pattern.compile("&(#\\d{2,7}|#[xX][0-9a-fA-F]{2,6})(?![0-9a-fA-F;])");
    private static final Pattern UNFINISHED_SPACE = Pattern.compile("&nbsp(?=[\\s<])");
    private static final Pattern BARE = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,9}|#x[0-9a-fA-F]{1,7});)");

    private Ampersands() {}

    static String escapeBare(String text) {
        return Segments.mend(text, (kind, piece) -> switch (kind) {
            case TEXT, TAG -> piece.indexOf('&') < 0 ? piece : escape(piece);
            case CDATA, OTHER -> piece;
        });
    }

    private static String escape(String piece) {
        String finished = UNFINISHED_NUMBER.matcher(piece).replaceAll("&$1;");
        String spaced = UNFINISHED_SPACE.matcher(finished).replaceAll("\u00a0");
        return BARE.matcher(spaced.replace("&#X", "&#x")).replaceAll("&amp;");
    }
}

package org.broadsheet.feed.repair;

/** Escapes angle brackets that belong to no tag, and closes the tags that lack theirs. */
final class Brackets {
    private Brackets() {}

    static String escapeBare(String text) {
        return Segments.mend(text, (kind, piece) -> switch (kind) {
            case TEXT -> piece.replace("<", "&lt;").replace("]]>", "]]&gt;");
            case TAG -> piece.endsWith(">") ? piece : piece.stripTrailing() + ">";
            case CDATA, OTHER -> piece;
        });
    }
}

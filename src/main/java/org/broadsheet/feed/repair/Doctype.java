package org.broadsheet.feed.repair;

/** Takes the document type declaration out, unread: what it declares is never resolved, in no file and from no server. */
final class Doctype {
    private Doctype() {}

    static String remove(String text) {
        return Segments.mend(text, (kind, piece) -> kind == Segments.Kind.OTHER && isDeclaration(piece) ? "" : piece);
    }

    private static boolean isDeclaration(String piece) {
        return piece.startsWith("<!") && !piece.startsWith("<!--");
    }
}

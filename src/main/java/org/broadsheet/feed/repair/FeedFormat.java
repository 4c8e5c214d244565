package org.broadsheet.feed.repair;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Names the format of a feed as its own standard does, by what the feed says of itself before it is mended. */
final class FeedFormat {
    private FeedFormat() {}

    /** Such as {@code RSS 2.0}; empty when there is no feed in the tree. */
    static String of(Document document) {
        Element root = FeedRoot.find(document);
        return root == null
                ? ""
                : switch (FeedFields.lower(root.getName())) {
                    case "feed", "entry" -> isOldAtom(root) ? "Atom 0.3" : "Atom 1.0";
                    case "rdf" -> RdfLayout.isOld(root) ? "RSS 0.90" : "RSS 1.0";
                    default -> "RSS " + version(root.getAttributeValue("version"));
                };
    }

    private static boolean isOldAtom(Element root) {
        return root.getNamespaceURI().equals(Namespaces.ATOM_03)
                || root.getAttributeValue("version", "").startsWith("0.");
    }

    /** Without a version it is read as 2.0, of which the earlier ones are parts. */
    private static String version(@Nullable String version) {
        return version != null && version.matches("[\\d.]{3,5}") ? version : "2.0";
    }
}

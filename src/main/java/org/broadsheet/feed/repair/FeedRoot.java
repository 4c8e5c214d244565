package org.broadsheet.feed.repair;

import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/** Finds the feed in a tree, and puts its elements where its format wants them: ROME reads nothing that stands elsewhere. */
final class FeedRoot {
    /** The outermost element of a feed; the later ones are what is left of one that lost it. */
    private static final List<Set<String>> ROOTS =
            List.of(Set.of("rss", "feed", "rdf"), Set.of("channel"), Set.of("item", "entry"));

    private FeedRoot() {}

    static boolean restore(Document document) {
        Element top = document.getRootElement();
        Element root = find(document);
        if (root == null) {
            return false;
        }
        boolean hidden = !root.equals(top);
        if (hidden) {
            document.setRootElement(root.detach());
        }
        boolean rearranged = layout(root).restore();
        return hidden || rearranged;
    }

    private static Layout layout(Element root) {
        return switch (FeedFields.lower(root.getName())) {
            case "feed", "entry" -> new AtomLayout(root);
            case "rdf" -> new RdfLayout(root);
            default -> new RssLayout(root);
        };
    }

    /** The element that the feed begins with; null when there is none. */
    static @Nullable Element find(Document document) {
        for (Set<String> names : ROOTS) {
            if (isOne(document.getRootElement(), names)) {
                return document.getRootElement();
            }
            for (Element element : document.getDescendants(Filters.element())) {
                if (isOne(element, names)) {
                    return element;
                }
            }
        }
        return null;
    }

    /** Items and entries are of many other formats too; those of a feed have a title or a link. */
    private static boolean isOne(Element element, Set<String> names) {
        return names.contains(FeedFields.lower(element.getName()))
                && (!FeedFields.isEntry(element)
                        || element.getChildren().stream()
                                .anyMatch(
                                        child -> Set.of("title", "link").contains(FeedFields.lower(child.getName()))));
    }
}

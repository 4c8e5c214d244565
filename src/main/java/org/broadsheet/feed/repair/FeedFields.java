package org.broadsheet.feed.repair;

import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;

/**
 * Where the elements of feeds may stand. An element that lacks its end tag seems to hold all that follows; what feeds
 * are made of tells where it ended: an item is in no item, and a title holds no other field.
 */
final class FeedFields {
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    /** Fields that hold HTML. */
    private static final Set<String> LONG = words("description summary content encoded subtitle tagline");

    /** Fields that hold one short text, so that nothing else of the feed can be inside of them. */
    private static final Set<String> SHORT =
            words("title link guid id pubdate published updated issued modified created "
                    + "comments category creator date language generator copyright lastbuilddate ttl docs managingeditor "
                    + "webmaster url name email uri");

    /** What a title may hold nevertheless. */
    private static final Set<String> INLINE =
            words("a abbr b br cite code del div em font i img ins mark p q s small span strong sub sup tt u");

    /** Fields whose names no HTML element has. */
    private static final Set<String> NOT_IN_HTML = words("guid pubdate published updated issued modified comments "
            + "category creator enclosure encoded description lastbuilddate channel item entry");

    /** Extensions whose elements lie within each other. */
    private static final Set<String> NESTED = Set.of("media", "itunes");

    private FeedFields() {}

    /** Whether it is an entry, in any namespace and any case. */
    static boolean isEntry(Element element) {
        return ENTRIES.contains(lower(element.getName()));
    }

    /** Whether it holds words for a reader. */
    static boolean isText(String name) {
        return name.equalsIgnoreCase("title") || LONG.contains(lower(name));
    }

    /** The element that must be the parent of one that seems to be inside of another. */
    static Element parent(Element inside, String prefix, String local) {
        if (prefix.isEmpty() && INLINE.contains(local)) {
            return inside;
        }
        Element parent = ENTRIES.contains(lower(local)) ? outsideOfEntry(inside, prefix, local) : inside;
        for (Element up = parent; up.getParentElement() != null && !isEntry(up); up = up.getParentElement()) {
            if (mustHaveEnded(up, prefix, lower(local))) {
                parent = up.getParentElement();
            }
        }
        return parent;
    }

    private static Element outsideOfEntry(Element inside, String prefix, String local) {
        Element parent = inside;
        for (Element up = inside; up.getParentElement() != null; up = up.getParentElement()) {
            boolean same = up.getName().equals(local) && up.getNamespacePrefix().equals(prefix);
            parent = same ? up.getParentElement() : parent;
        }
        return parent;
    }

    private static boolean mustHaveEnded(Element open, String prefix, String name) {
        if (NESTED.contains(open.getNamespacePrefix())) {
            return false;
        }
        boolean extension = Namespaces.isExtension(prefix);
        if (SHORT.contains(lower(open.getName()))) {
            return extension || (prefix.isEmpty() && !INLINE.contains(name));
        }
        return LONG.contains(lower(open.getName())) && (extension || NOT_IN_HTML.contains(name));
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }
}

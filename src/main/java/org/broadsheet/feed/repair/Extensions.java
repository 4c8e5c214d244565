package org.broadsheet.feed.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/** Takes out of a feed what is not of its format itself, for when that is what cannot be read. */
public final class Extensions {
    private static final Set<String> CORE = Set.of(
            "",
            Namespaces.ATOM,
            Namespaces.ATOM_03,
            Namespaces.RDF,
            Namespaces.RSS_10,
            Namespaces.RSS_090,
            "http://www.w3.org/1999/xhtml");

    private Extensions() {}

    /** Removes every element of a namespace that is no format's. */
    public static void remove(Document document) {
        List<Element> foreign = new ArrayList<>();
        for (Element element : document.getDescendants(Filters.element())) {
            if (!CORE.contains(element.getNamespaceURI())) {
                foreign.add(element);
            }
        }
        foreign.forEach(Element::detach);
    }
}

package org.broadsheet.feed.repair;

import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom 0.3 and 1.0: {@code feed/entry}, in the namespace of Atom. */
final class AtomLayout extends Layout {
    private static final Map<String, String> NAMES = names(
            "feed",
            "entry",
            "title",
            "link",
            "id",
            "summary",
            "content",
            "published",
            "updated",
            "author",
            "category",
            "name",
            "uri",
            "email",
            "issued",
            "modified",
            "created",
            "source",
            "subtitle");

    private final Element top;

    AtomLayout(Element top) {
        this.top = top;
    }

    @Override
    void arrange() {
        rename(top, namespace(), NAMES);
        Element root = top;
        if (top.getName().equals("entry")) {
            root = new Element("feed", top.getNamespace());
            wrap(top, root);
        }
        adopt(root, "item", "entry");
        gather(root, "entry", root);
        restoreLinks(root);
    }

    /** Who is used to RSS writes the address between the tags. */
    private void restoreLinks(Element root) {
        for (Element link : all(root)) {
            boolean lacksAddress = link.getName().equals("link")
                    && link.getNamespaceURI().equals(root.getNamespaceURI())
                    && link.getAttributeValue("href", "").isBlank();
            if (lacksAddress && link.getTextTrim().isEmpty()) {
                link.detach();
            } else if (lacksAddress) {
                link.setAttribute("href", link.getTextTrim());
                changed();
            }
        }
    }

    private Namespace namespace() {
        boolean current = top.getNamespaceURI().equals(Namespaces.ATOM);
        boolean early = top.getAttributeValue("version", "").startsWith("0.");
        boolean old = top.getNamespaceURI().equals(Namespaces.ATOM_03) || (early && !current);
        return Namespace.getNamespace(top.getNamespacePrefix(), old ? Namespaces.ATOM_03 : Namespaces.ATOM);
    }
}

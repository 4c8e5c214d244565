package org.broadsheet.feed.repair;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** RSS 0.90 and 1.0: {@code rdf:RDF} with a channel and the items beside it. */
final class RdfLayout extends Layout {
    private static final Namespace RDF = Namespace.getNamespace("rdf", Namespaces.RDF);
    private static final Map<String, String> NAMES =
            names("channel", "item", "title", "link", "description", "image", "textinput", "url", "items");
    private static final Set<String> OLD = Set.of(Namespaces.RSS_090, "http://channel.netscape.com/rdf/simple/0.9/");

    private final Element top;

    RdfLayout(Element top) {
        this.top = top;
    }

    @Override
    void arrange() {
        Namespace rss = Namespace.getNamespace(isOld(top) ? Namespaces.RSS_090 : Namespaces.RSS_10);
        for (Element child : List.copyOf(top.getChildren())) {
            if (NAMES.containsKey(FeedFields.lower(child.getName()))) {
                rename(child, rss, NAMES);
            }
        }
        Element root = isSound(rss) ? top : replaced(rss);
        gather(root, "item", root);
        if (root.getChild("channel", rss) == null) {
            root.addContent(0, new Element("channel", rss));
        }
    }

    static boolean isOld(Element top) {
        for (Element element : top.getDescendants(Filters.element())) {
            if (OLD.contains(element.getNamespaceURI())) {
                return true;
            }
        }
        return false;
    }

    /** ROME knows the version by what the outermost element declares. */
    private boolean isSound(Namespace rss) {
        return top.getName().equals("RDF")
                && top.getNamespaceURI().equals(Namespaces.RDF)
                && top.getAdditionalNamespaces().contains(rss);
    }

    private Element replaced(Namespace rss) {
        Element root = new Element("RDF", RDF);
        root.addNamespaceDeclaration(rss);
        root.addContent(top.removeContent());
        top.getDocument().setRootElement(root);
        changed();
        return root;
    }
}

package org.broadsheet.feed.repair;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML whose elements are not closed in order, or not at all, because the feed was cut off.
 *
 * <p>jsoup's parser closes what is open, but an element that lacks its end tag swallows what follows it. {@link
 * FeedFields} knows where it must have ended.
 */
final class LenientXml {
    /** Deeper than any feed; what lies deeper counts as lying here, so that nothing that walks the tree goes too deep. */
    static final int DEEPEST = 100;

    private static final Namespace UNDECLARED = Namespace.getNamespace("undeclared", "urn:undeclared");

    private final IdentityHashMap<Node, Element> made = new IdentityHashMap<>();
    private @Nullable Element root;
    private @Nullable Element last;

    private LenientXml() {}

    /** The tree of the first element and all that follows it; empty for a text without any. */
    static Optional<Document> parse(String text) {
        LenientXml xml = new LenientXml();
        Jsoup.parse(text, "", Parser.xmlParser()).traverse((node, depth) -> xml.enter(node));
        if (xml.root == null) {
            return Optional.empty();
        }
        if (xml.last != null && !text.stripTrailing().endsWith(">")) {
            markCutOff(xml.last);
        }
        return Optional.of(new Document(xml.root));
    }

    /** Half an address leads elsewhere, and half a date is another; half a title is still worth reading. */
    private static void markCutOff(Element field) {
        if (!field.getChildren().isEmpty()) {
            return;
        }
        if (FeedFields.isText(field.getName())) {
            field.addContent("…");
        } else {
            field.removeContent();
        }
    }

    private void enter(Node node) {
        if (node instanceof org.jsoup.nodes.Element element && element.parent() != null) {
            enter(element);
        } else if (node instanceof TextNode text) {
            Element parent = made.get(text.parent());
            if (parent != null) {
                parent.addContent(Characters.withoutForbidden(text.getWholeText()));
                last = parent;
            }
        }
    }

    private void enter(org.jsoup.nodes.Element node) {
        String name = node.tagName();
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String local = name.substring(colon + 1);
        Element parent = parent(node, prefix, local);
        boolean usable = Verifier.checkElementName(local) == null && depth(parent) < DEEPEST;
        if (!usable) {
            if (parent != null) {
                made.put(node, parent);
            }
            return;
        }
        Element element = new Element(local, namespace(node, prefix, parent));
        copyAttributes(node, element, parent);
        made.put(node, element);
        last = null;
        if (parent == null) {
            root = element;
        } else {
            parent.addContent(element);
        }
    }

    private @Nullable Element parent(org.jsoup.nodes.Element node, String prefix, String local) {
        Element inside = made.get(node.parent());
        // A second root is what follows the first one's end, and belongs to it all the same.
        return inside == null ? root : FeedFields.parent(inside, prefix, local);
    }

    private static int depth(@Nullable Element element) {
        int depth = 0;
        for (Element up = element; up != null; up = up.getParentElement()) {
            depth++;
        }
        return depth;
    }

    private static Namespace namespace(org.jsoup.nodes.Element node, String prefix, @Nullable Element parent) {
        String declared =
                node.attr(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix).strip();
        if (!declared.isEmpty() && !isReserved(prefix) && Verifier.checkNamespaceURI(declared) == null) {
            return Namespace.getNamespace(prefix, declared);
        }
        Namespace inherited = parent == null ? null : parent.getNamespace(prefix);
        if (inherited != null) {
            return inherited;
        }
        // JDOM keeps every namespace for ever, so a feed must not make up new ones without end.
        return prefix.isEmpty() ? Namespace.NO_NAMESPACE : UNDECLARED;
    }

    private static void copyAttributes(org.jsoup.nodes.Element node, Element element, @Nullable Element parent) {
        for (org.jsoup.nodes.Attribute attribute : node.attributes()) {
            String name = attribute.getKey();
            String value = Characters.withoutForbidden(attribute.getValue());
            if (name.equals("xmlns") && !element.getNamespacePrefix().isEmpty()) {
                declare(element, "", value.strip());
            } else if (name.startsWith("xmlns:")) {
                declare(element, name.substring("xmlns:".length()), value.strip());
            } else if (name.startsWith("xml:")) {
                set(element, name.substring("xml:".length()), value, Namespace.XML_NAMESPACE);
            } else if (name.indexOf(':') < 0 && !name.equals("xmlns")) {
                set(element, name, value, Namespace.NO_NAMESPACE);
            } else if (name.indexOf(':') > 0) {
                setPrefixed(element, name, value, parent);
            }
        }
    }

    private static void setPrefixed(Element element, String name, String value, @Nullable Element parent) {
        String prefix = name.substring(0, name.indexOf(':'));
        Namespace namespace = element.getNamespace(prefix);
        if (namespace == null && parent != null) {
            namespace = parent.getNamespace(prefix);
        }
        if (namespace != null) {
            set(element, name.substring(prefix.length() + 1), value, namespace);
        }
    }

    private static void declare(Element element, String prefix, String uri) {
        boolean legal = !isReserved(prefix)
                && Verifier.checkNamespacePrefix(prefix) == null
                && !uri.isEmpty()
                && Verifier.checkNamespaceURI(uri) == null;
        if (legal && Verifier.checkNamespaceCollision(Namespace.getNamespace(prefix, uri), element) == null) {
            element.addNamespaceDeclaration(Namespace.getNamespace(prefix, uri));
        }
    }

    private static boolean isReserved(String prefix) {
        return prefix.regionMatches(true, 0, "xml", 0, 3);
    }

    private static void set(Element element, String name, String value, Namespace namespace) {
        if (Verifier.checkAttributeName(name) == null) {
            Attribute attribute = new Attribute(name, value, namespace);
            if (Verifier.checkNamespaceCollision(attribute, element) == null) {
                element.setAttribute(attribute);
            }
        }
    }
}

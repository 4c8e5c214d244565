package org.broadsheet.feed.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Makes text of the tags that a feed should have escaped, so that its HTML is read as HTML. */
final class InlineMarkup {
    private static final Set<String> FIELDS =
            Set.of("title", "description", "encoded", "summary", "content", "subtitle", "tagline");
    /** Atom says so where tags are meant (RFC 4287 section 3.1.1). */
    private static final Set<String> TREES = Set.of("xhtml", "application/xhtml+xml", "text/xml", "application/xml");

    private InlineMarkup() {}

    static boolean flatten(Document document) {
        List<Element> fields = new ArrayList<>();
        for (Element element : document.getDescendants(Filters.element())) {
            if (isText(element) && !element.getChildren().isEmpty()) {
                fields.add(element);
            }
        }
        fields.forEach(InlineMarkup::flatten);
        return !fields.isEmpty();
    }

    private static boolean isText(Element element) {
        return FIELDS.contains(element.getName())
                && !Namespaces.MEDIA.equals(element.getNamespaceURI())
                && !TREES.contains(FeedFields.lower(element.getAttributeValue("type", "")))
                && !"xml".equals(element.getAttributeValue("mode"));
    }

    private static void flatten(Element field) {
        String inner = new XMLOutputter(Format.getRawFormat()).outputString(field.getContent());
        field.setText(inner.replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", ""));
        if (Namespaces.isAtom(field.getNamespaceURI())) {
            field.setAttribute("type", "html");
        }
    }
}

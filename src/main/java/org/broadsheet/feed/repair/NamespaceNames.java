package org.broadsheet.feed.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** Gives extensions the namespace that is meant, where the feed writes its address a little wrong. */
final class NamespaceNames {
    private NamespaceNames() {}

    static boolean correct(Document document) {
        Map<Namespace, Optional<Namespace>> meant = new HashMap<>();
        List<Element> wrong = new ArrayList<>();
        for (Element element : document.getDescendants(Filters.element())) {
            if (meant.computeIfAbsent(element.getNamespace(), NamespaceNames::meant)
                    .isPresent()) {
                wrong.add(element);
            }
        }
        wrong.forEach(element -> correct(
                element,
                meant.getOrDefault(element.getNamespace(), Optional.empty()).orElseThrow()));
        return !wrong.isEmpty();
    }

    private static void correct(Element element, Namespace right) {
        for (Attribute attribute : List.copyOf(element.getAttributes())) {
            if (attribute.getNamespace().equals(element.getNamespace())) {
                attribute.detach();
                element.setAttribute(attribute.getName(), attribute.getValue());
            }
        }
        element.removeNamespaceDeclaration(element.getNamespace());
        if (Namespaces.fits(right, element)) {
            element.setNamespace(right);
        }
    }

    /** The right namespace; empty when it is right as it stands. */
    private static Optional<Namespace> meant(Namespace namespace) {
        if (namespace.getURI().isEmpty()) {
            return Optional.empty();
        }
        return Namespaces.meantBy(namespace.getPrefix(), namespace.getURI())
                .filter(uri -> !uri.equals(namespace.getURI()))
                .map(uri -> Namespace.getNamespace(namespace.getPrefix(), uri));
    }
}

package org.broadsheet.feed.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** Where the elements of one format stand, and what they are called. */
abstract class Layout {
    private boolean changed;

    /** Changes the tree where it has to, and says whether it had to. */
    final boolean restore() {
        arrange();
        return changed;
    }

    abstract void arrange();

    final void changed() {
        changed = true;
    }

    /** Gives an element, and all that share its namespace or have none, the right namespace and letter case. */
    final void rename(Element top, Namespace right, Map<String, String> names) {
        String wrong = top.getNamespaceURI();
        for (Element element : all(top)) {
            boolean ours = element.getNamespaceURI().equals(wrong)
                    || element.getNamespaceURI().isEmpty()
                    || element.getNamespaceURI().equals(right.getURI());
            if (ours) {
                rename(element, right, names.getOrDefault(FeedFields.lower(element.getName()), element.getName()));
            }
        }
    }

    private void rename(Element element, Namespace right, String name) {
        if (!element.getName().equals(name)) {
            element.setName(name);
            changed();
        }
        if (!element.getNamespaceURI().equals(right.getURI())) {
            element.getAdditionalNamespaces().stream()
                    .filter(declared -> declared.getPrefix().equals(right.getPrefix()))
                    .toList()
                    .forEach(element::removeNamespaceDeclaration);
            if (Namespaces.fits(right, element)) {
                element.setNamespace(right);
                changed();
            }
        }
    }

    /** Gives entries the name that this format has for them, where they all have that of the other. */
    final void adopt(Element top, String other, String name) {
        List<Element> elements = all(top);
        if (elements.stream().noneMatch(element -> element.getName().equals(name))) {
            elements.stream()
                    .filter(element -> element.getName().equals(other))
                    .filter(element -> element.getNamespaceURI().equals(top.getNamespaceURI()))
                    .forEach(element -> rename(element, top.getNamespace(), name));
        }
    }

    /** Moves the outermost elements of a name to where they belong, in the order they stand in. */
    final void gather(Element top, String name, Element home) {
        List<Element> strays = new ArrayList<>();
        for (Element element : all(top)) {
            if (element.getName().equals(name)
                    && !home.equals(element.getParentElement())
                    && !isInside(element, name, home)) {
                strays.add(element);
            }
        }
        for (Element stray : strays) {
            home.addContent(stray.detach());
            changed();
        }
    }

    private static boolean isInside(Element element, String name, Element home) {
        for (Element up = element.getParentElement(); up != null && !up.equals(home); up = up.getParentElement()) {
            if (up.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Puts an element in the place of another, which becomes its child. */
    final void wrap(Element inner, Element outer) {
        inner.getDocument().setRootElement(outer);
        outer.addContent(inner);
        changed();
    }

    static List<Element> all(Element top) {
        List<Element> elements = new ArrayList<>();
        elements.add(top);
        for (Element element : top.getDescendants(Filters.element())) {
            elements.add(element);
        }
        return elements;
    }

    static Map<String, String> names(String... names) {
        return Stream.of(names).collect(Collectors.toUnmodifiableMap(FeedFields::lower, Function.identity()));
    }
}

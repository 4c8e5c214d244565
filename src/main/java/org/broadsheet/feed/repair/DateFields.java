package org.broadsheet.feed.repair;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** Writes the dates of a tree as ROME reads them, so that none of those that {@link Dates} knows is lost. */
final class DateFields {
    private static final Set<String> NAMES =
            Set.of("pubDate", "pubdate", "date", "published", "updated", "issued", "modified", "created", "dateadded");
    private static final List<String> INSTEAD =
            List.of("published", "issued", "created", "date", "updated", "modified");

    private DateFields() {}

    /** Normalises every date; what is no date is taken out. */
    static void normalize(Document document) {
        for (Element element : List.copyOf(all(document))) {
            if (FeedFields.isEntry(element)) {
                element.getChildren().stream()
                        .filter(child -> NAMES.contains(child.getName()))
                        .toList()
                        .forEach(DateFields::normalizeField);
                nameAsRssDoes(element);
            }
        }
    }

    private static List<Element> all(Document document) {
        List<Element> elements = new ArrayList<>();
        document.getDescendants(Filters.element()).forEach(elements::add);
        return elements;
    }

    private static void normalizeField(Element field) {
        Dates.parse(field.getText())
                .ifPresentOrElse(
                        instant -> field.setText(
                                instant.truncatedTo(ChronoUnit.SECONDS).toString()),
                        field::detach);
    }

    /** Some items of RSS name their date as other formats do. */
    private static void nameAsRssDoes(Element item) {
        boolean rss = item.getName().equals("item") && item.getNamespace().equals(Namespace.NO_NAMESPACE);
        if (!rss || item.getChild("pubDate") != null) {
            return;
        }
        for (String name : INSTEAD) {
            for (Element field : item.getChildren()) {
                if (field.getName().equals(name)) {
                    item.addContent(new Element("pubDate").setText(field.getText()));
                    return;
                }
            }
        }
    }
}

package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.lint.Use.Scope;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Finds out what of HTML an element uses. */
final class MarkupUses {
    private final Element element;
    private final List<Use> uses = new ArrayList<>();

    private MarkupUses(Element element) {
        this.element = element;
    }

    static List<Use> of(Element element) {
        MarkupUses found = new MarkupUses(element);
        found.name();
        for (Attribute attribute : element.attributes()) {
            found.add("attribute:" + attribute.getKey().toLowerCase(Locale.ROOT));
        }
        found.links();
        return found.uses;
    }

    private void name() {
        add("element:" + element.normalName());
        if (element.hasAttr("type")) {
            add("element:" + element.normalName() + "[type="
                    + element.attr("type").toLowerCase(Locale.ROOT) + "]");
        }
        if (element.normalName().equals("meta")) {
            add("meta:" + element.attr("name").toLowerCase(Locale.ROOT));
        }
    }

    private void links() {
        String href = element.attr("href").strip().toLowerCase(Locale.ROOT);
        if (href.startsWith("#")) {
            add("link:#");
        }
        if (href.startsWith("mailto:")) {
            add("link:mailto");
        }
        if (element.normalName().equals("img")) {
            add("image:" + PictureFormat.of(element.attr("src")));
        }
    }

    private void add(String feature) {
        uses.add(new Use(feature, Scope.MARKUP, element, "", 1));
    }
}

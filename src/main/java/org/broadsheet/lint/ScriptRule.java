package org.broadsheet.lint;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** A mail does nothing: it has no scripts, no forms and nothing that loads or reacts. Mail programs remove these, and filters count them. */
final class ScriptRule implements Rule {
    private static final String NAME = "script";
    private static final String ACTIVE =
            "script,noscript,form,input,button,select,textarea,iframe,frame,frameset,object,embed,applet,base,meta[http-equiv=refresh]";

    @Override
    public Stream<Finding> look(Mail mail) {
        Stream<Finding> elements = mail.document().select(ACTIVE).stream()
                .map(element -> mail.about(
                        element,
                        NAME,
                        "<" + element.normalName() + "> has no place in a mail",
                        "link to a page that has it"));
        return Stream.concat(
                elements, mail.document().getAllElements().stream().flatMap(element -> reactions(mail, element)));
    }

    private static Stream<Finding> reactions(Mail mail, Element element) {
        return element.attributes().asList().stream()
                .map(Attribute::getKey)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("on"))
                .map(name -> mail.about(element, NAME, name + " is a script", "leave it out"));
    }
}

package org.broadsheet.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.lint.ClientSupport.Feature;
import org.broadsheet.lint.Finding.Severity;
import org.broadsheet.lint.Use.Scope;
import org.jsoup.nodes.Element;

/**
 * A mail uses what all mail programs understand, or what {@link Allowances} names.
 *
 * <p>What breaks a mail stands in the file {@code forbidden.txt} and is an error, the rest is a warning.
 */
final class ClientRule implements Rule {
    private static final String NAME = "client";

    private final ClientSupport support;
    private final Allowances allowances;
    private final Map<String, String> forbidden;

    ClientRule(ClientSupport support, Allowances allowances) {
        this.support = support;
        this.allowances = allowances;
        this.forbidden = forbidden();
    }

    /** What breaks a mail, with what to do instead. */
    static Map<String, String> forbidden() {
        Map<String, String> advice = new HashMap<>();
        for (String line : Resources.lines("forbidden.txt")) {
            String[] columns = line.split("\\s*\\|\\s*", 2);
            advice.put(columns[0], columns[1]);
        }
        return Map.copyOf(advice);
    }

    @Override
    public Stream<Finding> look(Mail mail) {
        Stream<Use> styles = mail.styles().stream()
                .flatMap(some -> StyleUses.of(some.sheet(), some.element(), Scope.STYLE).stream())
                .filter(this::isDoubtful);
        Map<String, List<Use>> byStyle = new HashMap<>();
        Stream<Use> elements = mail.document().getAllElements().stream()
                .flatMap(element -> Stream.concat(
                        MarkupUses.of(element).stream().filter(this::isDoubtful), inline(mail, element, byStyle)));
        return Stream.concat(styles, elements)
                .flatMap(use -> support.feature(use.feature()).map(feature -> finding(mail, use, feature)).stream());
    }

    /** Many elements share a style; it is looked at once. */
    private Stream<Use> inline(Mail mail, Element element, Map<String, List<Use>> byStyle) {
        if (!element.hasAttr("style")) {
            return Stream.empty();
        }
        Scope scope = mail.isHidden(element) ? Scope.HIDDEN : Scope.INLINE;
        return byStyle
                .computeIfAbsent(
                        element.attr("style"),
                        style -> StyleUses.of(mail.style(element), element, scope).stream()
                                .filter(this::isDoubtful)
                                .toList())
                .stream()
                .map(use -> use.on(element));
    }

    private boolean isDoubtful(Use use) {
        return support.feature(use.feature())
                .filter(Feature::isLacking)
                .filter(feature -> !allowances.allows(feature.slug(), use.scope()))
                .isPresent();
    }

    private Finding finding(Mail mail, Use use, Feature feature) {
        String what = shown(use.feature()) + " is not understood by " + String.join(", ", feature.lacking());
        String advice = forbidden.get(feature.slug());
        return advice == null
                ? mail.about(
                        use, Severity.WARNING, NAME, what, "leave it out, or be sure that the mail is right without it")
                : mail.about(use, Severity.ERROR, NAME, what, advice);
    }

    /** {@code property:gap} as people write it. */
    private static String shown(String feature) {
        String kind = feature.substring(0, feature.indexOf(':'));
        String name = feature.substring(kind.length() + 1);
        return switch (kind) {
            case "element" -> "<" + name + ">";
            case "value" -> name.replaceFirst("=", ":");
            case "at" -> "@" + name;
            case "pseudo" -> ":" + name;
            case "function" -> name + "()";
            case "variable" -> "a CSS variable";
            case "nesting" -> "a rule within a rule";
            case "comment" -> "a comment in CSS";
            case "important" -> "!important";
            case "meta", "attribute", "unit", "selector" -> "the " + kind + " " + name;
            case "image" -> "a picture as " + name;
            case "link" -> "a link to " + name;
            default -> name;
        };
    }
}

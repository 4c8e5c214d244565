package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The colours of a mail's elements in one palette.
 *
 * <p>Of the cascade it knows what mails need: rules in their order, then the style attribute, then what is {@code !important}.
 */
final class Styled {
    private static final String DARK = "prefers-color-scheme:dark";
    private static final String LIGHT = "prefers-color-scheme:light";

    private final IdentityHashMap<Element, List<Declaration>> byRule = new IdentityHashMap<>();

    private Styled() {}

    /** The mail as a mail program shows it in the light, or in the dark. */
    static Styled of(Mail mail, boolean dark) {
        Styled styled = new Styled();
        mail.styles().stream()
                .flatMap(some -> some.sheet().rules().stream())
                .filter(rule -> !rule.onlyFor(dark ? LIGHT : DARK) && !rule.onlyFor("print"))
                .forEach(rule -> styled.apply(rule, mail));
        return styled;
    }

    /** Whether the mail does something about the dark itself. */
    static boolean isForTheDark(Mail mail) {
        return declaresDark(mail)
                || mail.styles().stream()
                        .flatMap(some -> some.sheet().rules().stream())
                        .anyMatch(rule -> rule.onlyFor(DARK));
    }

    /** Whether mail programs may paint what has no colour of its own in dark colours. */
    static boolean declaresDark(Mail mail) {
        return !mail.document().select("meta[name=color-scheme][content*=dark]").isEmpty()
                || mail.styles().stream()
                        .flatMap(some -> some.sheet().declarations().stream())
                        .anyMatch(some -> some.name().equals("color-scheme")
                                && some.value().contains("dark"));
    }

    static boolean isHidden(Element element) {
        return CssParser.attribute(element.attr("style")).declarations().stream()
                .anyMatch(some -> some.text().equals("display:none"));
    }

    /** The element's own colour of text. */
    Optional<Colour> text(Element element) {
        Optional<Colour> declared = colour(element, List.of("color"));
        String attribute = element.normalName().equals("body") ? element.attr("text") : "";
        String font = element.normalName().equals("font") ? element.attr("color") : "";
        return declared.or(() -> Colour.in(attribute)).or(() -> Colour.in(font));
    }

    /** The element's own colour of background. */
    Optional<Colour> background(Element element) {
        return colour(element, List.of("background-color", "background")).or(() -> Colour.in(element.attr("bgcolor")));
    }

    private Optional<Colour> colour(Element element, List<String> names) {
        List<Declaration> rules = byRule.getOrDefault(element, List.of());
        List<Declaration> own = CssParser.attribute(element.attr("style")).declarations();
        return Stream.of(
                        Stream.concat(rules.stream(), own.stream()).filter(some -> !some.important()),
                        Stream.concat(rules.stream(), own.stream()).filter(Declaration::important))
                .flatMap(some -> some)
                .filter(some -> names.contains(some.name()))
                .flatMap(some -> Colour.in(some.value()).stream())
                .reduce((first, later) -> later);
    }

    private void apply(StyleRule rule, Mail mail) {
        if (rule.declarations().stream()
                .noneMatch(some -> some.name().endsWith("color") || some.name().equals("background"))) {
            return;
        }
        evaluator(rule.selector())
                .ifPresent(selector -> mail.document()
                        .select(selector)
                        .forEach(element -> byRule.computeIfAbsent(element, some -> new ArrayList<>())
                                .addAll(rule.declarations())));
    }

    /** A state that nothing is in while a mail is read, such as {@code :hover}, is for no element. */
    private static Optional<Evaluator> evaluator(String selector) {
        try {
            return Optional.of(QueryParser.parse(selector));
        } catch (SelectorParseException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}

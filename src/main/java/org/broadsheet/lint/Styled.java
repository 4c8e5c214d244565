package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
    private static final Pattern CLASS = Pattern.compile("\\.[\\w-]+");
    private static final String DARK = "prefers-color-scheme:dark";
    private static final String LIGHT = "prefers-color-scheme:light";

    private final IdentityHashMap<Element, List<Declaration>> byRule = new IdentityHashMap<>();

    private final Mail mail;

    private Styled(Mail mail) {
        this.mail = mail;
    }

    /** The mail as a mail program shows it in the light, or in the dark. */
    static Styled of(Mail mail, boolean dark) {
        Styled styled = new Styled(mail);
        mail.styles().stream()
                .flatMap(some -> some.sheet().rules().stream())
                .filter(rule -> !rule.onlyFor(dark ? LIGHT : DARK) && !rule.onlyFor("print"))
                .forEach(rule -> styled.apply(rule));
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
        List<Declaration> own = mail.style(element).declarations();
        Optional<Colour> found = Optional.empty();
        for (boolean important : new boolean[] {false, true}) {
            for (List<Declaration> declarations : List.of(rules, own)) {
                for (Declaration some : declarations) {
                    if (some.important() == important && names.contains(some.name())) {
                        found = Colour.in(some.value()).or(keep(found));
                    }
                }
            }
        }
        return found;
    }

    private static Supplier<Optional<Colour>> keep(Optional<Colour> found) {
        return () -> found;
    }

    private void apply(StyleRule rule) {
        if (rule.declarations().stream()
                .noneMatch(some -> some.name().endsWith("color") || some.name().equals("background"))) {
            return;
        }
        for (String selector : rule.selector().split(",", -1)) {
            for (Element element : matching(selector.strip())) {
                byRule.computeIfAbsent(element, some -> new ArrayList<>()).addAll(rule.declarations());
            }
        }
    }

    private List<Element> matching(String selector) {
        // Nearly all selectors of mails are a class, and searching the mail for each would take long.
        return CLASS.matcher(selector).matches()
                ? mail.withClass(selector.substring(1))
                : evaluator(selector)
                        .map(some -> List.copyOf(mail.document().select(some)))
                        .orElse(List.of());
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

package org.broadsheet.lint;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.lint.Finding.Severity;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/** A mail, parsed once for all rules. */
final class Mail {
    private static final int MOST_ERRORS = 50;
    private static final int LONGEST_EXCERPT = 120;

    private final Source source;
    private final String html;
    private final Document document;
    private final List<Styles> styles;
    private final List<ParseError> errors;
    private final Map<String, List<Element>> byClass = new HashMap<>();

    /** Many elements share a style, and it is asked for often. */
    private final Map<String, StyleSheet> attributes = new HashMap<>();

    Mail(Source source) {
        this.source = source;
        this.html = source.html().replaceAll(" " + Pattern.quote(source.placeAttribute()) + "=\"[^\"]*\"", "");
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS).setTrackPosition(true);
        this.document = parser.parseInput(source.html(), "");
        this.errors = List.copyOf(parser.getErrors());
        this.styles = document.select("style").stream()
                .map(element -> new Styles(element, CssParser.sheet(element.data())))
                .toList();
        for (Element element : document.getElementsByAttribute("class")) {
            element.classNames()
                    .forEach(name -> byClass.computeIfAbsent(name, some -> new ArrayList<>())
                            .add(element));
        }
    }

    /** A style element and what it says. */
    record Styles(Element element, StyleSheet sheet) {}

    /** The mail as it is sent. */
    String html() {
        return html;
    }

    Document document() {
        return document;
    }

    List<Styles> styles() {
        return styles;
    }

    /** What the style attribute of an element says. */
    StyleSheet style(Element element) {
        return attributes.computeIfAbsent(element.attr("style"), CssParser::attribute);
    }

    /** Whether an element's own style says that it does not show. */
    boolean isHidden(Element element) {
        return element.hasAttr("style")
                && style(element).declarations().stream()
                        .anyMatch(some -> some.text().equals("display:none"));
    }

    /** The elements of a class. */
    List<Element> withClass(String name) {
        return List.copyOf(byClass.getOrDefault(name, List.of()));
    }

    List<ParseError> errors() {
        return errors;
    }

    boolean mayBeUnencrypted(URI link) {
        return source.unencrypted().test(link);
    }

    /** A finding about an element. */
    Finding about(Element element, String rule, String what, String advice) {
        return about(new Use(rule, Use.Scope.MARKUP, element, "", 1), Severity.ERROR, rule, what, advice);
    }

    /** A finding about a use, perhaps within a style element. */
    Finding about(Use use, Severity severity, String rule, String what, String advice) {
        int start = line(use.element());
        int line = start == 0 ? 0 : start + use.line() - 1;
        String where = use.excerpt().isEmpty() ? tag(use.element()) : use.excerpt();
        return new Finding(rule, severity, what, shortened(where), line, template(use), advice);
    }

    /** A finding about the mail as a whole. */
    static Finding whole(String rule, String what, String advice) {
        return new Finding(rule, Severity.ERROR, what, "", 0, Optional.empty(), advice);
    }

    /** A finding about what stands before this letter, which may be no element. */
    Finding before(int position, String rule, String what, String where, String advice) {
        String before =
                source.html().substring(0, Math.min(position, source.html().length()));
        int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
        String mark = " " + source.placeAttribute() + "=\"";
        int marked = before.lastIndexOf(mark);
        Optional<String> place = marked < 0
                ? Optional.empty()
                : Optional.of(before.substring(marked + mark.length()).split("\"", 2)[0]);
        return new Finding(rule, Severity.ERROR, what, shortened(where), line, place, advice);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
    }

    /** The element's opening tag. */
    private String tag(Element element) {
        Element alone = element.shallowClone();
        alone.removeAttr(source.placeAttribute());
        String outer = alone.outerHtml();
        return outer.substring(0, outer.indexOf('>') + 1);
    }

    private static int line(Element element) {
        return element.sourceRange().isTracked() ? element.sourceRange().start().lineNumber() : 0;
    }

    private Optional<String> template(Use use) {
        for (Element place = use.element(); place != null; place = place.parent()) {
            String known = place.attr(source.placeAttribute());
            int colon = known.lastIndexOf(':');
            if (colon > 0) {
                int line = Integer.parseInt(known.substring(colon + 1)) + use.line() - 1;
                return Optional.of(known.substring(0, colon + 1) + line);
            }
        }
        return Optional.empty();
    }
}

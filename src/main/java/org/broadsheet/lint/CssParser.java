package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.lint.StyleSheet.Spot;

/**
 * Reads the CSS of mails.
 *
 * <p>A parser of browsers passes over what is wrong. Some mail programs drop a whole block instead, so what is wrong is what we want to know.
 */
final class CssParser {
    /** At-rules that hold rules; all others that have a block hold declarations. */
    private static final Set<String> GROUPS = Set.of(
            "media", "supports", "layer", "container", "document", "-moz-document", "keyframes", "-webkit-keyframes");

    private static final Pattern NAME = Pattern.compile("[-*_]?[\\w-]+");
    private static final Pattern IMPORTANT = Pattern.compile("(?i)\\s*!\\s*important$");

    private final String css;
    private final List<StyleRule> rules = new ArrayList<>();
    private final List<Spot> uses = new ArrayList<>();
    private final List<Spot> mistakes = new ArrayList<>();
    private int at;

    private CssParser(String css) {
        this.css = css;
    }

    /** The content of a {@code style} element. */
    static StyleSheet sheet(String css) {
        CssParser parser = new CssParser(css);
        parser.rules(List.of());
        return parser.result();
    }

    /** The content of a {@code style} attribute, as a rule without a selector. */
    static StyleSheet attribute(String css) {
        CssParser parser = new CssParser(css);
        parser.rules.add(new StyleRule(List.of(), "", parser.block(), 1));
        return parser.result();
    }

    private StyleSheet result() {
        return new StyleSheet(rules, uses, mistakes);
    }

    private void rules(List<String> within) {
        while (true) {
            int line = line();
            String head = until("{};");
            if (at >= css.length()) {
                wrong("rule without a block", head, line);
                if (!within.isEmpty()) {
                    mistakes.add(new Spot("at-rule without an end", within.get(within.size() - 1), line));
                }
                return;
            }
            char end = css.charAt(at++);
            if (end == '}' && !within.isEmpty()) {
                wrong("rule without a block", head, line);
                return;
            }
            if (end == '}') {
                mistakes.add(new Spot("closing brace without an opening one", head + "}", line));
            } else {
                rule(within, head, end == '{', line);
            }
        }
    }

    private void rule(List<String> within, String head, boolean opens, int line) {
        if (!head.startsWith("@")) {
            if (!opens || head.isEmpty()) {
                mistakes.add(new Spot("rule without a selector or a block", head, line));
            }
            if (opens) {
                closedRule(within, head, line);
            }
            return;
        }
        String name = head.substring(1).split("[^\\w-]", 2)[0].toLowerCase(Locale.ROOT);
        uses.add(new Spot("at:" + name, head, line));
        if (opens && GROUPS.contains(name)) {
            List<String> inner = new ArrayList<>(within);
            inner.add(head.substring(1));
            rules(inner);
        } else if (opens) {
            closedRule(within, head, line);
        }
    }

    private void closedRule(List<String> within, String selector, int line) {
        rules.add(new StyleRule(within, selector, block(), line));
        if (css.charAt(at - 1) != '}') {
            mistakes.add(new Spot("rule without an end", selector, line));
        }
    }

    private List<Declaration> block() {
        List<Declaration> found = new ArrayList<>();
        while (at < css.length()) {
            int line = line();
            String text = until(";{}");
            char end = at < css.length() ? css.charAt(at++) : ';';
            if (end == '{') {
                uses.add(new Spot("nesting:", text, line));
                block();
                continue;
            }
            if (!text.isEmpty()) {
                declaration(text, line, found);
            }
            if (end == '}') {
                break;
            }
        }
        return found;
    }

    private void declaration(String text, int line, List<Declaration> found) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        if (!NAME.matcher(name).matches() || value.isEmpty()) {
            wrong("declaration that is none", text, line);
            return;
        }
        String plain = value.indexOf('!') < 0 ? value : IMPORTANT.matcher(value).replaceFirst("");
        String known = name.startsWith("--") ? name : name.toLowerCase(Locale.ROOT);
        found.add(new Declaration(known, plain, plain.length() < value.length(), line));
    }

    private void wrong(String what, String excerpt, int line) {
        if (!excerpt.isEmpty()) {
            mistakes.add(new Spot(what, excerpt, line));
        }
    }

    /** The text up to one of these letters, without comments; strings and parentheses may hold the letters. */
    private String until(String ends) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (at < css.length()) {
            char letter = css.charAt(at);
            if (css.startsWith("/*", at)) {
                comment();
                continue;
            }
            if (letter == '"' || letter == '\'') {
                string(text, letter);
                continue;
            }
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth <= 0 && ends.indexOf(letter) >= 0) {
                break;
            }
            text.append(letter);
            at++;
        }
        return text.toString().strip();
    }

    private void comment() {
        uses.add(new Spot("comment:css", "/*", line()));
        int end = css.indexOf("*/", at + 2);
        at = end < 0 ? css.length() : end + 2;
    }

    private void string(StringBuilder text, char quote) {
        int end = css.indexOf(quote, at + 1);
        int next = end < 0 ? css.length() : end + 1;
        text.append(css, at, next);
        at = next;
    }

    /** The line of the next letter that is not a space. */
    private int line() {
        int start = at;
        while (start < css.length() && Character.isWhitespace(css.charAt(start))) {
            start++;
        }
        return 1
                + (int) css.substring(0, start)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}

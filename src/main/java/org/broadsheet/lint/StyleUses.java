package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.lint.Use.Scope;
import org.jsoup.nodes.Element;

/** Finds out what of CSS a style sheet uses. */
final class StyleUses {
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern URL = Pattern.compile("(?i)url\\(([^)]*)\\)");
    private static final Pattern FUNCTION = Pattern.compile("([a-z-]+)\\(");
    private static final Pattern UNIT = Pattern.compile("(?<![\\w#-])[-+]?[\\d.]+(%|[a-z]+)");
    private static final Pattern KEYWORD = Pattern.compile("(?<![\\w#.-])[a-z][a-z-]*(?![\\w(-])");
    private static final Pattern MEDIA_FEATURE = Pattern.compile("\\(\\s*([a-z-]+)");
    private static final Pattern PSEUDO = Pattern.compile("::?([a-z-]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[[^]]*]");
    private static final Map<Pattern, String> SELECTORS = Map.of(
            Pattern.compile("\\+"), "adjacent-sibling",
            Pattern.compile(">"), "child",
            Pattern.compile("~"), "general-sibling",
            Pattern.compile(","), "grouping",
            Pattern.compile("#[\\w-]"), "id",
            Pattern.compile("\\*"), "universal",
            Pattern.compile("\\.[\\w-]"), "class",
            Pattern.compile("\\.[\\w-]+\\.[\\w-]"), "chaining",
            Pattern.compile("[\\w\\])-]\\s+[\\w.#*:-]"), "descendant",
            Pattern.compile("(^|[\\s,>+~])[a-z]"), "type");

    private static final Set<String> AFTER_AT = Set.of("font-face", "page");

    private final Element element;
    private final Scope scope;
    private final List<Use> uses = new ArrayList<>();

    private StyleUses(Element element, Scope scope) {
        this.element = element;
        this.scope = scope;
    }

    static List<Use> of(StyleSheet sheet, Element element, Scope scope) {
        StyleUses found = new StyleUses(element, scope);
        sheet.uses().forEach(found::structure);
        for (StyleRule rule : sheet.rules()) {
            if (!AFTER_AT.contains(rule.selector().replaceFirst("^@", ""))) {
                found.selector(rule);
            }
            rule.declarations().forEach(found::declaration);
        }
        return found.uses;
    }

    private void structure(StyleSheet.Spot spot) {
        add(spot.what(), spot.excerpt(), spot.line());
        if (spot.what().equals("at:media")) {
            Consumer<String> feature = name -> add("at:media(" + name + ")", spot.excerpt(), spot.line());
            each(MEDIA_FEATURE, spot.excerpt().toLowerCase(Locale.ROOT), feature);
        }
    }

    private void selector(StyleRule rule) {
        String text = rule.selector().toLowerCase(Locale.ROOT);
        String plain = ATTRIBUTE.matcher(text).replaceAll("[]");
        if (plain.contains("[]")) {
            add("selector:attribute", rule.selector(), rule.line());
        }
        each(PSEUDO, plain, name -> add("pseudo:" + name, rule.selector(), rule.line()));
        String bare = PSEUDO.matcher(plain).replaceAll("");
        SELECTORS.forEach((pattern, name) -> {
            if (pattern.matcher(bare).find()) {
                add("selector:" + name, rule.selector(), rule.line());
            }
        });
    }

    private void declaration(Declaration some) {
        Consumer<String> add = feature -> add(feature, some.text(), some.line());
        String value = STRINGS.matcher(some.value()).replaceAll("\"\"").toLowerCase(Locale.ROOT);
        add.accept("property:" + some.name());
        add.accept("value:" + some.name() + "=" + value);
        if (some.name().startsWith("--")) {
            add.accept("variable:");
        }
        if (some.important()) {
            add.accept("important:");
        }
        each(URL, some.value(), address -> add.accept("image:" + PictureFormat.of(address.replaceAll("[\"'\\s]", ""))));
        String rest = URL.matcher(value).replaceAll("");
        each(FUNCTION, rest, name -> add.accept("function:" + name));
        each(UNIT, rest, name -> add.accept("unit:" + (name.equals("%") ? "percent" : name)));
        KEYWORD.matcher(rest).results().forEach(word -> add.accept("keyword:" + word.group()));
    }

    private void add(String feature, String excerpt, int line) {
        uses.add(new Use(feature, scope, element, excerpt, line));
    }

    private static void each(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }
}

package org.broadsheet.config;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Says in plain words what the parser stumbled over.
 *
 * <p>The parser's own words are never passed on: they may quote a piece of a secret.
 */
final class YamlMistake {
    private static final String INDENTATION =
            "this does not fit here; check that it is indented like its neighbours and that every quote above is closed";

    /** What the parser says, in part, and what an admin can do about it. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "mapping values are not allowed here",
                    "no key can stand here; check the indentation, write a space after the colon of the line above,"
                            + " and put text with a colon in quotes"),
            Map.entry("expected <block end>", INDENTATION),
            Map.entry("expected ',' or ']'", "a list in [ ] is not closed, or a comma is missing before this"),
            Map.entry("expected ',' or '}'", "a mapping in { } is not closed, or a comma is missing before this"),
            Map.entry("could not find expected ':'", "a colon and a space are missing after this key"),
            Map.entry("found undefined alias", "`*` begins a reference to an anchor that is not there; quote the text"),
            Map.entry("found undefined tag handle", "`!` begins a tag, which is not supported; quote the text"),
            Map.entry("unknown escape character", "in double quotes a backslash must be doubled; or use single quotes"),
            Map.entry(
                    "sequence entries are not allowed", "a list cannot begin here; put its `- ` on a line of its own"),
            Map.entry("expected '<document start>'", "after `...` nothing may follow; remove it"),
            Map.entry("chomping or indentation", "after | or > the text begins on the next line; or quote the value"));

    private final Problems problems;

    YamlMistake(Problems problems) {
        this.problems = problems;
    }

    void report(MarkedYamlEngineException broken) {
        Place place = Place.of(broken.getProblemMark().or(broken::getContextMark));
        Place tab = tabBefore(place);
        if (tab.line() > 0) {
            problems.add(tab, "", "a tab is used for indentation; YAML allows only spaces, so replace it by spaces");
        } else if (isUnclosedQuote(broken)) {
            problems.add(Place.of(broken.getContextMark()), "", "this quote is never closed");
        } else if (isBareReference(place)) {
            problems.add(place, "", "inside of { } and [ ] a value with ${…} must stand in quotes");
        } else {
            problems.add(place, "", words(broken.getProblem()));
        }
    }

    void report(ReaderException broken) {
        String text = problems.source().text();
        int characters = Math.min(broken.getPosition(), text.codePointCount(0, text.length()));
        String before = text.substring(0, text.offsetByCodePoints(0, characters));
        String[] lines = before.split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        Place place = new Place(lines.length, last.codePointCount(0, last.length()) + 1);
        problems.add(place, "", "a control character stands here, which YAML does not allow; remove it");
    }

    private static boolean isUnclosedQuote(MarkedYamlEngineException broken) {
        String context = Optional.ofNullable(broken.getContext()).orElse("");
        return context.contains("quoted scalar") && broken.getProblem().contains("end of stream");
    }

    /** {@code {port: ${PORT}}}: the brace opens a mapping of its own. */
    private boolean isBareReference(Place place) {
        String line = problems.source().line(place.line());
        int at = place.column() - 1;
        return at > 0 && at < line.length() && line.startsWith("${", at - 1);
    }

    private Place tabBefore(Place place) {
        String line = problems.source().line(place.line());
        int tab = line.indexOf('\t');
        boolean indents = tab >= 0 && line.substring(0, tab).isBlank() && !line.isBlank();
        return indents ? new Place(place.line(), tab + 1) : Place.FILE;
    }

    private static String words(String problem) {
        if (problem.contains("that cannot start any token")) {
            return "a value cannot begin with this character; put the value in quotes";
        }
        return WORDS.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this is not valid YAML; check quotes, colons and indentation here and in the line above");
    }
}

package org.broadsheet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file's text by lines, and the parts of it that must not be shown. */
final class SourceText {
    private static final int LONGEST_SHOWN = 160;
    private static final String MASK = "***";

    /** Characters of one line, numbered from 0; the end is not part of it. */
    private record Span(int line, int start, int end) {}

    private final String text;
    private final List<String> lines;
    private final SecretKeys secrets = new SecretKeys();
    private final List<Span> masked = new ArrayList<>();

    SourceText(String text) {
        this.text = text;
        this.lines = List.of(text.split("\r\n|\r|\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            UrlSecrets.in(lines.get(line)).forEach(secret -> masked.add(new Span(line, secret[0], secret[1])));
        }
    }

    String text() {
        return text;
    }

    /** Hides the values under secret keys, however many lines they run over. */
    void maskSecrets(Node root) {
        for (Node value : secrets.values(root)) {
            Optional<Mark> start = value.getStartMark();
            Optional<Mark> end = value.getEndMark();
            if (start.isPresent() && end.isPresent()) {
                mask(start.get(), end.get());
            }
        }
    }

    private void mask(Mark start, Mark end) {
        for (int line = start.getLine(); line <= Math.min(end.getLine(), lines.size() - 1); line++) {
            int from = line == start.getLine() ? start.getColumn() : 0;
            int to = line == end.getLine() ? end.getColumn() : length(line);
            if (from < to) {
                masked.add(new Span(line, from, to));
            }
        }
    }

    /** Hides what may be a secret in a text that could not be parsed, and rather too much than too little. */
    void maskLikelySecrets() {
        boolean inSecret = false;
        for (int line = 0; line < lines.size(); line++) {
            Optional<Integer> value = secrets.valueStart(lines.get(line));
            boolean startsHere = value.isPresent();
            inSecret = startsHere || (inSecret && !secrets.beginsKey(lines.get(line)));
            if (inSecret) {
                masked.add(new Span(line, value.map(start -> start + 1).orElse(0), length(line)));
            }
        }
    }

    /**
     * The line as it may be shown with a caret under the column.
     *
     * @param line from 1
     * @param column from 1
     * @return empty when there is no such line, it is too long to show, or its secrets would move the caret
     */
    String shown(int line, int column) {
        if (line < 1 || line > lines.size() || column > LONGEST_SHOWN) {
            return "";
        }
        StringBuilder shown = new StringBuilder(lines.get(line - 1));
        List<Span> spans =
                masked.stream().filter(span -> span.line() == line - 1).toList();
        if (spans.stream().anyMatch(span -> column - 1 > span.start() + MASK.length())) {
            return "";
        }
        // From the right, so that the spans further left keep their place.
        spans.stream()
                .sorted((left, right) -> right.start() - left.start())
                .forEach(span -> shown.replace(at(shown, span.start()), at(shown, span.end()), MASK));
        return shown.length() <= LONGEST_SHOWN ? shown.toString() : shown.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Where the words first stand in the value of a node: line and column from 1; the node's start if they do not. */
    Place locate(Node node, String words) {
        Place start = Place.of(node);
        int lastLine = node.getEndMark().map(Mark::getLine).orElse(start.line() - 1);
        for (int line = start.line() - 1; line >= 0 && line <= lastLine && line < lines.size(); line++) {
            String searched = lines.get(line);
            int from = line == start.line() - 1 ? at(searched, start.column() - 1) : 0;
            int found = searched.indexOf(words, from);
            if (found >= 0) {
                return new Place(line + 1, searched.codePointCount(0, found) + 1);
            }
        }
        return start;
    }

    /** The line without any masking, from 1; empty when there is none. */
    String line(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    private int length(int line) {
        String words = lines.get(line);
        return words.codePointCount(0, words.length());
    }

    /** YAML counts characters, Java counts UTF-16 units. */
    private static int at(CharSequence words, int column) {
        int limit = Character.codePointCount(words, 0, words.length());
        return Character.offsetByCodePoints(words, 0, Math.min(column, limit));
    }
}

package org.broadsheet.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a YAML file that are commented out for an admin to take: neighbours that are all keys or items, with no prose
 * between them.
 *
 * @param first the index of its first line
 */
record CommentedExample(List<String> file, int first, int end) {
    /** A key or an item behind {@code #} and one space; prose has words with spaces or capitals before a colon. */
    private static final Pattern LINE = Pattern.compile("( *)# ( *(?:- .*|[a-z-]+:(?: .*)?))");

    private static final Pattern KEY = Pattern.compile("( *)([a-z-]+):.*");
    private static final Pattern INSTEAD = Pattern.compile(" *# Instead of ([a-z-]+) and ([a-z-]+):");

    CommentedExample {
        file = List.copyOf(file);
    }

    /** All examples of a file. */
    static List<CommentedExample> of(List<String> file) {
        List<CommentedExample> examples = new ArrayList<>();
        for (int line = 0; line < file.size(); line++) {
            int end = line;
            while (end < file.size() && isExample(file.get(end))) {
                end++;
            }
            if (end > line) {
                examples.add(new CommentedExample(file, line, end));
                line = end;
            }
        }
        return examples;
    }

    private static boolean isExample(String line) {
        return LINE.matcher(line).matches() && !line.contains("$schema");
    }

    /** The file with this example in force, in place of what has the same keys or what it says it is instead of. */
    String inForce() {
        List<String> own = own();
        int indent = indent(own.get(0));
        Set<String> replaced = replaced(own, indent);
        List<String> result = new ArrayList<>();
        boolean dropped = false;
        for (int line = 0; line < file.size(); line++) {
            if (line == first) {
                result.addAll(own);
            }
            if (line >= first && line < end) {
                continue;
            }
            String text = file.get(line);
            boolean isReplaced = indent(text) == indent && replaced.contains(key(text));
            boolean isBelowReplaced = dropped && indent(text) > indent && !text.isBlank();
            dropped = isBeside(line, indent) && (isReplaced || isBelowReplaced);
            if (!dropped) {
                result.add(text);
            }
        }
        return String.join("\n", result) + "\n";
    }

    private List<String> own() {
        return file.subList(first, end).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + line.group(2))
                .toList();
    }

    private Set<String> replaced(List<String> own, int indent) {
        Set<String> keys = new HashSet<>();
        own.stream()
                .filter(line -> indent(line) == indent)
                .map(CommentedExample::key)
                .forEach(keys::add);
        Matcher instead = INSTEAD.matcher(first > 0 ? file.get(first - 1) : "");
        if (instead.matches()) {
            keys.addAll(List.of(instead.group(1), instead.group(2)));
        }
        keys.remove("");
        return keys;
    }

    /** Whether a line belongs to the same mapping: no line between has less indentation. */
    private boolean isBeside(int line, int indent) {
        return file.subList(Math.min(line, first), Math.max(line, first)).stream()
                .noneMatch(between -> !between.isBlank() && indent(between) < indent);
    }

    private static String key(String line) {
        Matcher key = KEY.matcher(line);
        return key.matches() ? key.group(2) : "";
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** As a test's name shows it. */
    @Override
    public String toString() {
        return "line " + (first + 1) + ": " + own().get(0).strip();
    }
}

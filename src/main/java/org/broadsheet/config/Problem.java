package org.broadsheet.config;

import java.util.stream.Collectors;

/**
 * One mistake in a configuration file, told so that an admin finds it at once.
 *
 * @param file as the admin would name it, relative to where the command was started when it lies below
 * @param line from 1; 0 when the problem is the file itself
 * @param column from 1, in characters
 * @param path the key, such as {@code topics[2].keywords}; empty for the whole file
 * @param message what is wrong, and a suggestion where there is one
 * @param source the line as it stands in the file, never with a value from the environment; empty when there is none
 */
public record Problem(String file, int line, int column, String path, String message, String source) {

    /** {@code file:line:column: path: message}, without the line and caret. */
    public String headline() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return path.isEmpty() ? place + ": " + message : place + ": " + path + ": " + message;
    }

    /** The headline, and under it the line with a caret under the column. */
    public String withSource() {
        if (source.isBlank()) {
            return headline();
        }
        // Tabs stay tabs, so that the caret stands right whatever the terminal makes of them.
        int end = Math.min(column - 1, source.codePointCount(0, source.length()));
        String indent = source.substring(0, source.offsetByCodePoints(0, end))
                .codePoints()
                .mapToObj(letter -> letter == '\t' ? "\t" : " ")
                .collect(Collectors.joining());
        return headline() + System.lineSeparator() + "    " + source + System.lineSeparator() + "    " + indent + "^";
    }
}

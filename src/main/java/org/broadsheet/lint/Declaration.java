package org.broadsheet.lint;

/**
 * One property of CSS and its value.
 *
 * @param name in lower case, but a variable's as it stands
 * @param value without {@code !important}
 * @param line the line of the style sheet, from 1
 */
record Declaration(String name, String value, boolean important, int line) {
    String text() {
        return name + ":" + value;
    }
}

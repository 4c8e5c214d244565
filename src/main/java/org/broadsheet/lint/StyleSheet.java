package org.broadsheet.lint;

import java.util.List;

/**
 * What a {@code style} element or attribute says.
 *
 * @param uses at-rules, comments and nested rules, as {@link Use} names them
 */
record StyleSheet(List<StyleRule> rules, List<Spot> uses, List<Spot> mistakes) {
    StyleSheet {
        rules = List.copyOf(rules);
        uses = List.copyOf(uses);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Something in a style sheet.
     *
     * @param line the line of the style sheet, from 1
     */
    record Spot(String what, String excerpt, int line) {}

    /** The declarations of all rules. */
    List<Declaration> declarations() {
        return rules.stream().flatMap(rule -> rule.declarations().stream()).toList();
    }
}

package org.broadsheet.lint;

import java.util.List;
import java.util.Locale;

/**
 * A rule of a style sheet.
 *
 * @param within the at-rules around it, the outermost first, such as {@code media (prefers-color-scheme:dark)}
 */
record StyleRule(List<String> within, String selector, List<Declaration> declarations, int line) {
    StyleRule {
        within = List.copyOf(within);
        declarations = List.copyOf(declarations);
    }

    /** Whether it stands in an at-rule whose condition contains this, without regard to spaces. */
    boolean onlyFor(String condition) {
        return within.stream()
                .anyMatch(some -> some.replace(" ", "").toLowerCase(Locale.ROOT).contains(condition));
    }
}

package org.broadsheet.lint;

import java.util.stream.Stream;

/** A table that is but layout says so, or a screen reader reads its rows and columns out (WCAG 2.2, success criterion 1.3.1). */
final class RoleRule implements Rule {
    @Override
    public Stream<Finding> look(Mail mail) {
        return mail.document().select("table:not([role=presentation]):not([role=none])").stream()
                .filter(table -> table.select("th").stream().noneMatch(head -> table.equals(head.closest("table"))))
                .map(table -> mail.about(
                        table, "role", "a table of layout is read out as one of data", "write role=\"presentation\""));
    }
}

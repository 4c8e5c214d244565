package org.broadsheet.lint;

import java.util.stream.Stream;
import org.broadsheet.lint.Finding.Severity;

/** HTML and CSS are well formed: each mail program repairs what is not in its own way, and some drop a whole block of styles. */
final class MarkupRule implements Rule {
    private static final String NAME = "markup";

    @Override
    public Stream<Finding> look(Mail mail) {
        Stream<Finding> html = mail.errors().stream()
                .map(error -> mail.before(
                        error.getPosition(),
                        NAME,
                        "the HTML is broken",
                        error.getErrorMessage(),
                        "close what is open, and put rows and cells into tables only"));
        return Stream.concat(html, Stream.concat(sheets(mail), attributes(mail)));
    }

    private static Stream<Finding> sheets(Mail mail) {
        return mail.styles().stream()
                .flatMap(some -> some.sheet().mistakes().stream()
                        .map(mistake -> finding(
                                mail,
                                new Use(
                                        mistake.what(),
                                        Use.Scope.STYLE,
                                        some.element(),
                                        mistake.excerpt(),
                                        mistake.line()))));
    }

    private static Stream<Finding> attributes(Mail mail) {
        return mail.document().select("[style]").stream()
                .flatMap(element -> mail.style(element).mistakes().stream()
                        .map(mistake -> finding(
                                mail, new Use(mistake.what(), Use.Scope.INLINE, element, mistake.excerpt(), 1))));
    }

    private static Finding finding(Mail mail, Use use) {
        return mail.about(use, Severity.ERROR, NAME, "the CSS is broken, a " + use.feature(), "mend it");
    }
}

package org.broadsheet.lint;

import java.util.Optional;

/**
 * One thing that is wrong with a mail.
 *
 * @param rule the name of the rule that found it, such as {@code contrast}
 * @param what what is wrong
 * @param where the element or the piece of CSS, shortened
 * @param line the line of the mail, from 1; 0 when it is the mail as a whole
 * @param template the template it comes from, as {@code file:line}; empty when that is not known
 * @param advice what to do, as a sentence without its full stop
 */
public record Finding(
        String rule, Severity severity, String what, String where, int line, Optional<String> template, String advice) {

    /** How bad it is. */
    public enum Severity {
        /** Some readers cannot read or trust the mail. */
        ERROR,
        /** Some readers see the mail otherwise than it was meant. */
        WARNING
    }

    /** All of it in one line: {@code templates/digest.html:12: what: where; advice}. */
    public String told() {
        String place = template.map(file -> file + ": ").orElse(line > 0 ? "line " + line + " of the mail: " : "");
        return place + what + (where.isEmpty() ? "" : ": " + where) + "; " + advice;
    }
}

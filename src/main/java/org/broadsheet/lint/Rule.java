package org.broadsheet.lint;

import java.util.stream.Stream;

/** Something that a mail has to comply with. */
interface Rule {
    /** What in the mail does not comply, in the order of the mail. */
    Stream<Finding> look(Mail mail);
}

package org.broadsheet.testing;

import java.util.Optional;
import org.broadsheet.mail.EditionForms;
import org.broadsheet.mail.EditionMail;

/** An edition that every reader gets whole. */
public record WholeEdition(EditionMail whole) implements EditionForms {
    @Override
    public EditionMail form(Optional<String> name) {
        return whole;
    }
}

package org.broadsheet.mail;

import java.util.Optional;

/** An edition in the forms that its readers are owed. Safe for use by many threads. */
public interface EditionForms {
    /** The whole edition. */
    EditionMail whole();

    /**
     * The form of that name.
     *
     * @param name as the ledger holds it; empty for the whole edition
     */
    EditionMail form(Optional<String> name);
}

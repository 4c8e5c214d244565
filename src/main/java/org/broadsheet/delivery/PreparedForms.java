package org.broadsheet.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.mail.EditionForms;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.PreparedMail;

/** Prepares each form of an edition when it is first sent, and keeps those used last. Safe for use by many threads. */
final class PreparedForms {
    /** Some hundred kilobytes each, without pictures. */
    static final int KEPT = 64;

    private final EditionForms forms;
    private final MessageComposer composer;
    private final Map<Optional<String>, PreparedMail> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    PreparedForms(EditionForms forms, MessageComposer composer) {
        this.forms = forms;
        this.composer = composer;
    }

    /** The edition, in whichever form. */
    EditionMail whole() {
        return forms.whole();
    }

    /** The form of that name; empty for the whole edition. */
    synchronized PreparedMail form(Optional<String> name) {
        PreparedMail found = kept.get(name);
        if (found == null) {
            found = composer.prepare(forms.form(name));
            kept.put(name, found);
            forgetOldest();
        }
        return found;
    }

    private void forgetOldest() {
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}

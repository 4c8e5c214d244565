package org.broadsheet.app;

import java.util.Optional;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.mail.EditionForms;
import org.broadsheet.mail.EditionMail;

/** An edition in the forms that were kept with it. */
record KeptForms(EditionStore editions, StoredEdition edition, EditionMail whole) implements EditionForms {

    static KeptForms of(EditionStore editions, StoredEdition edition) {
        return new KeptForms(editions, edition, Pipeline.mail(editions.withPictures(edition)));
    }

    @Override
    public EditionMail form(Optional<String> name) {
        return name.map(some -> Pipeline.mail(editions.variant(edition, some))).orElse(whole);
    }
}

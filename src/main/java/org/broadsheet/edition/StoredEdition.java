package org.broadsheet.edition;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An edition as it is kept: what is sent is what was rendered then, whatever changed since.
 *
 * @param week which week's round-up it is; empty for any other edition
 * @param rendered subject, HTML and text, with {@link Marks} of the id; its pictures are large, and only {@link
 *     EditionStore#withPictures} adds them
 */
public record StoredEdition(
        String id,
        String newsletter,
        String title,
        Locale language,
        Instant scheduledFor,
        Instant madeAt,
        Optional<Week> week,
        RenderedEdition rendered) {

    /** The same edition in another form. */
    StoredEdition as(Locale spoken, RenderedEdition form) {
        return new StoredEdition(id, newsletter, title, spoken, scheduledFor, madeAt, week, form);
    }
}

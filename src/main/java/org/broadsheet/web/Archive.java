package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.Week;

/** The editions that were made. */
public interface Archive {
    /** The newsletter of that id. */
    Optional<Newsletter> newsletter(String id);

    /** Its newest editions and round-ups, newest first. */
    List<StoredEdition> newest(String newsletter);

    /** An edition as everybody may read it. */
    String page(StoredEdition edition);

    /** The last edition of a newsletter that was due within a time. */
    Optional<StoredEdition> find(Newsletter newsletter, Span due);

    /** The round-up of a newsletter for that week. */
    Optional<StoredEdition> find(Newsletter newsletter, Week week);
}

package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.StoredEdition;

/** The editions that were made. */
public interface Archive {
    /** The newsletter of that id. */
    Optional<Newsletter> newsletter(String id);

    /** Its newest editions, newest first. */
    List<StoredEdition> newest(String newsletter);

    /** An edition as everybody may read it. */
    String page(StoredEdition edition);

    /** The last edition of a newsletter that was due within a time. */
    Optional<StoredEdition> find(Newsletter newsletter, Span due);
}

package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.StoredEdition;

/** The editions that were made. */
public interface Archive {
    /** The newsletter of that id. */
    Optional<Newsletter> newsletter(String id);

    /** Its newest editions, newest first. */
    List<StoredEdition> newest(String newsletter);

    /** One edition of a newsletter. */
    Optional<StoredEdition> find(String editionId, Newsletter newsletter);
}

package org.broadsheet.delivery;

import java.util.Optional;

/** Tells which mail will be the next over a connection. */
@FunctionalInterface
public interface Following {
    /** That mail; empty when it is not known. */
    Optional<Outgoing> mail();
}

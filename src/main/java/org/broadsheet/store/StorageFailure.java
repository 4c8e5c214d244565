package org.broadsheet.store;

import org.broadsheet.Failure;

/** The database cannot be opened, read or written; what was committed before stays. */
public final class StorageFailure extends Failure {
    private static final long serialVersionUID = 1L;

    StorageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

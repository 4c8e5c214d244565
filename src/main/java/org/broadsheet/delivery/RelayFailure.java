package org.broadsheet.delivery;

import org.broadsheet.Failure;
import org.jspecify.annotations.Nullable;

/** The mail server cannot be used at all: it is down, refuses the login, cannot be trusted, or relays for nobody. */
public final class RelayFailure extends Failure {
    private static final long serialVersionUID = 1L;

    RelayFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

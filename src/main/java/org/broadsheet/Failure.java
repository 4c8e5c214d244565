package org.broadsheet;

import org.jspecify.annotations.Nullable;

/**
 * Something outside the program went wrong, and an admin can do something about it.
 *
 * <p>The message is written for that admin: one line that says what happened, to what, and what to do. Commands print
 * it without a stack trace and end with status 1.
 */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        this(message, null);
    }

    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

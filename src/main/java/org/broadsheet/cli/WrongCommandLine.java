package org.broadsheet.cli;

import org.broadsheet.Failure;

/** What was typed cannot be meant. Ends a command with {@link Main#COMMAND_IS_WRONG}. */
final class WrongCommandLine extends Failure {
    private static final long serialVersionUID = 1L;

    WrongCommandLine(String message) {
        super(message);
    }
}

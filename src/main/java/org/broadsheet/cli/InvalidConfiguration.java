package org.broadsheet.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.Failure;
import org.broadsheet.config.Problem;

/** The configuration is wrong; the message tells every problem. Ends a command with {@link Main#CONFIG_IS_WRONG}. */
final class InvalidConfiguration extends Failure {
    private static final long serialVersionUID = 1L;

    InvalidConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::withSource).collect(Collectors.joining(System.lineSeparator())));
    }
}

package org.broadsheet.pace;

import java.time.Duration;
import java.time.Instant;

/** Whether a mail may go out now. */
public sealed interface Permit {
    /** It may; whoever got this says when it is done. */
    record Go() implements Permit {}

    /** No mail may before that time is over. */
    record Wait(Duration time) implements Permit {}

    /** This one may not, since its domain gets no more before that instant; others may. */
    record Later(Instant at) implements Permit {}
}

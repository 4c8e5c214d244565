package org.broadsheet.delivery;

import java.time.Clock;
import org.broadsheet.config.Pace;
import org.broadsheet.pace.Calendar;
import org.broadsheet.pace.Throttle;

/**
 * What keeps deliveries from going too fast, and from going on when they should not.
 *
 * @param mostRefused the part of an edition, in percent, that may be refused before the rest waits for the admin
 */
public record Pacing(Throttle throttle, Allowed allowed, Pauses pauses, EditionPauseStore paused, int mostRefused) {

    /** What the settings ask for. */
    public static Pacing of(Pace pace, LedgerStore ledger, EditionPauseStore paused, Clock clock) {
        return of(pace, ledger, paused, clock, Pauses.real());
    }

    static Pacing of(Pace pace, LedgerStore ledger, EditionPauseStore paused, Clock clock, Pauses pauses) {
        return new Pacing(
                new Throttle(pace, clock),
                new Allowed(new Calendar(pace, clock), ledger),
                pauses,
                paused,
                pace.mostRefused());
    }
}

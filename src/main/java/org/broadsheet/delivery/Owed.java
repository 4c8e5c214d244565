package org.broadsheet.delivery;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.subscriber.Frequency;

/**
 * An edition that those of its newsletter's readers are to get who chose its kind.
 *
 * @param readers how often they want mail: every edition, or the round-up of the week alone
 * @param scheduledFor when the edition was due; a reader's own hour is the first at or after that
 * @param life how long after it is due a delivery is given up
 */
public record Owed(String editionId, String newsletter, Frequency readers, Instant scheduledFor, Duration life) {
    public Owed {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a delivery that is given up at once is none");
        }
    }
}

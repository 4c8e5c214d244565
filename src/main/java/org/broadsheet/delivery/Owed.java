package org.broadsheet.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * An edition that its newsletter's readers are to get.
 *
 * @param scheduledFor when the edition was due; a reader's own hour is the first at or after that
 * @param life how long after it is due a delivery is given up
 */
public record Owed(String editionId, String newsletter, Instant scheduledFor, Duration life) {
    public Owed {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a delivery that is given up at once is none");
        }
    }
}

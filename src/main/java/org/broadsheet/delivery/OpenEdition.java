package org.broadsheet.delivery;

import java.time.Instant;

/**
 * An edition that is not delivered to everybody yet.
 *
 * @param nextAttempt when the first of its open deliveries is due
 */
public record OpenEdition(String editionId, String newsletter, Instant nextAttempt) {}

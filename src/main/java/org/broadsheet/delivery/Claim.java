package org.broadsheet.delivery;

import java.time.Instant;

/**
 * A delivery that its owner alone may send.
 *
 * @param attempts how often it was tried before
 * @param expires when it is given up
 * @param claimedAt when the owner last made sure of it
 */
public record Claim(
        String editionId, String subscriberId, String owner, int attempts, Instant expires, Instant claimedAt) {}

package org.broadsheet.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery that its owner alone may send.
 *
 * @param domain of the reader's address, where mail for it is counted
 * @param variant the form of the edition that is owed; empty for the whole
 * @param attempts how often it was tried before
 * @param expires when it is given up
 * @param claimedAt when the owner last made sure of it
 */
public record Claim(
        String editionId,
        String subscriberId,
        String owner,
        String domain,
        Optional<String> variant,
        int attempts,
        Instant expires,
        Instant claimedAt) {}

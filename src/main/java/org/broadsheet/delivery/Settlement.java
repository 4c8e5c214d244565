package org.broadsheet.delivery;

import java.time.Instant;

/**
 * What became of one attempt.
 *
 * @param reply what the mail server said, or why it was not asked
 * @param nextAttempt when a deferred delivery is due again
 */
record Settlement(DeliveryState state, String reply, Instant nextAttempt) {}

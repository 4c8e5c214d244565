package org.broadsheet.delivery;

import java.time.Instant;
import org.broadsheet.config.EmailAddress;

/**
 * A delivery whose mail is made and waits for its turn.
 *
 * @param seen when it was made sure of that the reader wants it
 */
record Work(Claim claim, Outgoing mail, Instant seen) {
    EmailAddress address() {
        return mail.envelope().to();
    }
}

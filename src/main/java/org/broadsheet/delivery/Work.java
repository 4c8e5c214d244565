package org.broadsheet.delivery;

import org.broadsheet.config.EmailAddress;

/**
 * A delivery whose mail is made and waits for its turn.
 *
 * @param seen what says that the reader wants it
 */
record Work(Claim claim, Outgoing mail, LookAhead.Seen seen) {
    EmailAddress address() {
        return mail.envelope().to();
    }
}

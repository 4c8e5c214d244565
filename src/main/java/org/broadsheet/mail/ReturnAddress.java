package org.broadsheet.mail;

import org.broadsheet.config.EmailAddress;

/** Where a mail that cannot be delivered goes back to: the sender in the envelope (RFC 5321 section 4.4). */
@FunctionalInterface
public interface ReturnAddress {
    /** The address for one recipient's mail of an edition; the same each time. */
    EmailAddress of(EditionMail mail, Recipient recipient);
}

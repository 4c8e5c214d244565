package org.broadsheet.delivery;

import org.broadsheet.config.EmailAddress;

/** What learns that a mail server refused a recipient, before the delivery is settled. */
@FunctionalInterface
public interface Refusals {
    /** The server's permanent reply to a mail of that edition. */
    void refused(String edition, String newsletter, EmailAddress address, String reply);
}

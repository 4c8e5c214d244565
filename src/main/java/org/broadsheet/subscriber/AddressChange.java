package org.broadsheet.subscriber;

import org.broadsheet.config.EmailAddress;

/** A reader's wish to get their mails at another address. */
public record AddressChange(Subscription subscription, EmailAddress to) {
    /** What became of it. */
    public enum Outcome {
        /** Mails go there from now on. */
        DONE,
        /** The address has subscriptions of its own. */
        TAKEN,
        /** There is no such wish, or no such reader any more. */
        GONE
    }
}

package org.broadsheet.delivery;

import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** What the ledger says of a delivery right before it is sent. */
public sealed interface LastLook {

    /** It is to be sent there. */
    record Wanted(EmailAddress address) implements LastLook {}

    /** The reader wants it no more, or must not get it. */
    record Unwanted(String reason) implements LastLook {}

    /** What is stored cannot be mailed to. */
    record Unusable(String reason) implements LastLook {}

    /** Another process has taken it over. */
    record Lost() implements LastLook {}

    /** Judges what is stored: an address, the state of its subscription, and why it is suppressed if it is. */
    static LastLook of(String email, Optional<String> subscription, Optional<String> suppression) {
        if (subscription.filter("confirmed"::equals).isEmpty()) {
            return new Unwanted("the subscription has ended");
        }
        if (suppression.isPresent()) {
            return new Unwanted("the address is suppressed: " + suppression.get());
        }
        try {
            return new Wanted(new EmailAddress(email));
        } catch (IllegalArgumentException e) {
            return new Unusable("the stored address is not an e-mail address");
        }
    }
}

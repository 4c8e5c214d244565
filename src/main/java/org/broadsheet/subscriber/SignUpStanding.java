package org.broadsheet.subscriber;

/** What the address of a sign-up is when its mail is about to be written. */
public sealed interface SignUpStanding {
    /** It does not get the newsletter and may be asked whether it wants to. */
    record New() implements SignUpStanding {}

    /** It gets the newsletter already. */
    record Subscribed(Subscription subscription) implements SignUpStanding {}

    /** Nothing may be written to it, or the sign-up is gone. */
    record Barred() implements SignUpStanding {}
}

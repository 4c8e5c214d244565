package org.broadsheet.subscriber;

/** What a token turned out to be. */
public sealed interface TokenCheck {
    /** It was made here for this purpose, and says this. */
    record Genuine(String content) implements TokenCheck {}

    /** It was made here for this purpose, but too long ago. */
    record Expired() implements TokenCheck {}

    /** It was not made here, or for another purpose. */
    record Forged() implements TokenCheck {}
}

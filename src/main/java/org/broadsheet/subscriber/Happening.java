package org.broadsheet.subscriber;

import java.time.Instant;

/**
 * Something in the history of an address.
 *
 * @param what in a word or two, such as {@code subscribed}
 * @param detail what is known of it; may be empty
 */
public record Happening(Instant at, String what, String detail) {}

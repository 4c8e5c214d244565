package org.broadsheet.bounce;

/** What comes back by mail. */
public enum Kind {
    /** The mail did not arrive, and nobody tries again. */
    BOUNCE,
    /** The mail has not arrived yet; a server goes on trying. */
    DELAY,
    /** The reader called the mail spam (RFC 5965). */
    COMPLAINT,
    /** A person is away, or another automatic answer (RFC 3834). */
    VACATION,
    /** The mail was read or delivered (RFC 8098, RFC 3464). */
    RECEIPT,
    /** Anything else: a person's answer, an advertisement, garbage. */
    OTHER
}

package org.broadsheet.delivery;

/** What became of one mail on one connection to the mail server. */
public sealed interface SmtpOutcome {

    /** The server took responsibility for it (RFC 5321 section 4.2.5). */
    record Accepted(String reply) implements SmtpOutcome {}

    /** Not now: a 4xx reply. */
    record Deferred(String reply) implements SmtpOutcome {}

    /** Never: a 5xx reply about this mail or this recipient. */
    record Refused(String reply) implements SmtpOutcome {}

    /**
     * The connection is lost.
     *
     * @param inDoubt whether the server may have taken the mail: it was sent whole, but the reply was cut off
     */
    record Broken(String message, boolean inDoubt) implements SmtpOutcome {}
}

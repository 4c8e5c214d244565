package org.broadsheet.delivery;

/** One open way to a {@link Relay}, for many mails one after the other; for use by one thread at a time. */
public interface MailConnection {
    /**
     * Sends one mail.
     *
     * @param following is asked once, right before the relay could take the mail, which mail will be the next over this
     *     connection, so that it may be announced with the end of this one; empty when that is not known. When it
     *     throws, the relay does not get this mail
     * @throws RelayFailure when the answer says that no mail would get through
     * @throws IllegalStateException when another mail was announced; whoever does not want to send that any more ends the
     *     connection
     */
    SmtpOutcome send(Outgoing mail, Following following);

    /** Whether another mail may be sent over it. */
    boolean isUsable();

    /** Whether it ever brought a mail to an end. One that breaks without that says that something is wrong. */
    boolean isProved();

    /** Takes leave; never fails. What was announced and not sent is not delivered. */
    void end();
}

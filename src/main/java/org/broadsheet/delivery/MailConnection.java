package org.broadsheet.delivery;

/** One open way to a {@link Relay}, for many mails one after the other; for use by one thread at a time. */
public interface MailConnection {
    /**
     * Sends one mail.
     *
     * @param message header and body (RFC 5322), its lines ended by CRLF
     * @param beforeTaken is run when all is ready, right before the relay could take the mail; when it throws, the relay
     *     does not get it
     * @throws RelayFailure when the answer says that no mail would get through
     */
    SmtpOutcome send(Envelope envelope, byte[] message, Runnable beforeTaken);

    /** Whether another mail may be sent over it. */
    boolean isUsable();

    /** Whether it ever brought a mail to an end. One that breaks without that says that something is wrong. */
    boolean isProved();

    /** Takes leave; never fails. */
    void end();
}

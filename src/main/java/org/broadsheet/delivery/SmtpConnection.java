package org.broadsheet.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mail server, for many mails one after the other.
 *
 * <p>Connecting, TLS and the login are Angus's. The dialogue of each mail is held here, step by step, because what
 * becomes of a mail depends on which step failed: once the final dot is out, a missing reply leaves it in doubt.
 */
final class SmtpConnection extends SMTPTransport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final String server;
    private boolean usable = true;
    private boolean proved;

    /**
     * Not connected yet.
     *
     * @param server how messages name it
     * @param tls whether TLS starts with the first byte
     */
    SmtpConnection(Session session, URLName url, String server, boolean tls) {
        super(session, url, "smtp", tls);
        this.server = server;
    }

    /** Whether another mail may be sent over it. */
    synchronized boolean isUsable() {
        return usable;
    }

    /** Whether it ever brought a mail to an end. One that breaks without that says that something is wrong. */
    synchronized boolean isProved() {
        return proved;
    }

    /**
     * Sends one mail.
     *
     * @throws RelayFailure when the reply says that no mail would get through
     */
    synchronized SmtpOutcome send(Envelope envelope, byte[] message) {
        if (envelope.needsUtf8() && !supportsExtension("SMTPUTF8")) {
            return new SmtpOutcome.Refused("the part before the @ has letters beyond ASCII, and mail server " + server
                    + " does not offer SMTPUTF8");
        }
        SmtpOutcome outcome = transact(envelope, message);
        usable &= !(outcome instanceof SmtpOutcome.Broken);
        proved |= !(outcome instanceof SmtpOutcome.Broken);
        return outcome;
    }

    private SmtpOutcome transact(Envelope envelope, byte[] message) {
        boolean whole = false;
        try {
            Optional<SmtpOutcome> refusal = begin(envelope);
            if (refusal.isEmpty()) {
                refusal = write(message);
            }
            if (refusal.isPresent()) {
                return refusal.get();
            }
            whole = true;
            SmtpReply reply = command(".");
            return reply.isPositive() ? new SmtpOutcome.Accepted(reply.text()) : failure(reply, true);
        } catch (MessagingException | IOException e) {
            return new SmtpOutcome.Broken(reason(e), whole);
        }
    }

    private Optional<SmtpOutcome> begin(Envelope envelope) throws MessagingException {
        SmtpReply mail = command(envelope.mailCommand());
        if (mail.isPermanent() && !envelope.needsUtf8()) {
            throw new RelayFailure(
                    "mail server " + server + " refuses mail from " + envelope.from() + ": " + mail.shown()
                            + "; check publisher.from and the account under smtp",
                    null);
        }
        SmtpReply reply = mail.isPositive() ? command(envelope.rcptCommand()) : mail;
        if (reply.concernsEverything()) {
            throw new RelayFailure(
                    "mail server " + server + " takes no mail for others from here: " + reply.shown()
                            + "; check smtp.username and smtp.password, or allow this machine on the server",
                    null);
        }
        return reply.isPositive() ? Optional.empty() : Optional.of(given(reply));
    }

    /** A transaction that was begun must be reset, or the next mail would be part of it. */
    private SmtpOutcome given(SmtpReply reply) throws MessagingException {
        SmtpOutcome outcome = failure(reply, false);
        if (!(outcome instanceof SmtpOutcome.Broken)) {
            usable = command("RSET").isPositive();
        }
        return outcome;
    }

    private Optional<SmtpOutcome> write(byte[] message) throws MessagingException, IOException {
        try {
            SMTPOutputStream data = (SMTPOutputStream) data();
            data.write(message);
            data.ensureAtBOL();
            return Optional.empty();
        } catch (SMTPSendFailedException e) {
            // Angus has reset the transaction already.
            return Optional.of(failure(SmtpReply.of(e.getReturnCode(), String.valueOf(e.getMessage())), false));
        }
    }

    private static SmtpOutcome failure(SmtpReply reply, boolean whole) {
        if (reply.isPermanent()) {
            return new SmtpOutcome.Refused(reply.text());
        }
        if (reply.isTransient()) {
            return new SmtpOutcome.Deferred(reply.text());
        }
        return new SmtpOutcome.Broken(reply.shown(), whole && !reply.isClosing());
    }

    private SmtpReply command(String command) throws MessagingException {
        int code = simpleCommand(command.getBytes(StandardCharsets.UTF_8));
        return SmtpReply.of(code, String.valueOf(getLastServerResponse()));
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof SocketTimeoutException
                ? "the mail server did not answer in time"
                : "the connection to the mail server broke: " + cause.getMessage();
    }

    /** Says goodbye where the server still listens. */
    synchronized void end() {
        try {
            close();
        } catch (MessagingException e) {
            LOG.debug("closing the connection to mail server {}: {}", server, e.getMessage());
        }
    }
}

package org.broadsheet.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.Lazy;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Secret;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.PreparedMail;
import org.broadsheet.mail.Recipient;

/**
 * The mail server that takes the editions. Every wait is finite, and a link that shall be protected is never used
 * unprotected (RFC 3207, RFC 8314). Safe for use by many threads.
 */
public final class SmtpRelay {
    private final Smtp smtp;
    private final Lazy<Session> session;
    private final String name;

    /** The configured server, trusted as this machine trusts others. */
    public SmtpRelay(Smtp smtp, EmailAddress sender) {
        this(smtp, sender, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * The configured server.
     *
     * @param sender whose domain we name ourselves by; a look-up of our own name may take seconds and find nothing
     * @param tls decides which certificates are trusted
     */
    public SmtpRelay(Smtp smtp, EmailAddress sender, SSLSocketFactory tls) {
        this(smtp, sender, () -> tls);
    }

    /** Reading the certificates that this machine trusts takes a tenth of a second, so that waits until it is needed. */
    private SmtpRelay(Smtp smtp, EmailAddress sender, Supplier<SSLSocketFactory> tls) {
        this.smtp = smtp;
        this.name = smtp.host() + ":" + smtp.effectivePort();
        this.session = new Lazy<>(() -> Session.getInstance(properties(smtp, sender, tls.get())));
    }

    private static Properties properties(Smtp smtp, EmailAddress sender, SSLSocketFactory tls) {
        Properties properties = new Properties();
        String timeout = String.valueOf(Math.min(smtp.timeout().toMillis(), Integer.MAX_VALUE));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.localhost", sender.domain());
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.username().isPresent()));
        boolean startTls = smtp.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Without this, a failure of our own factories would be answered with a socket of other manners.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.socketFactory", new NoDelaySocketFactory());
        properties.put("mail.smtp.ssl.socketFactory", new NoDelayTlsSocketFactory(tls));
        return properties;
    }

    /** Host and port, for messages. */
    public String name() {
        return name;
    }

    /**
     * Connects, logs in and leaves, without sending anything.
     *
     * @throws RelayFailure when that does not work, with what to do
     */
    public void probe() {
        open().end();
    }

    /**
     * Sends one mail over a connection of its own, past the ledger.
     *
     * @throws RelayFailure when the server cannot be used
     */
    public SmtpOutcome sendOne(MessageComposer composer, PreparedMail mail, Recipient recipient) {
        return sendOne(composer.sender(), recipient.address(), composer.compose(mail, recipient));
    }

    /**
     * Sends a mail that is no edition over a connection of its own.
     *
     * @throws RelayFailure when the server cannot be used
     */
    public SmtpOutcome sendOne(EmailAddress from, EmailAddress to, byte[] message) {
        SmtpConnection connection = open();
        try {
            return connection.send(new Envelope(from, to), message);
        } finally {
            connection.end();
        }
    }

    /** Connects, protects the link and logs in. */
    SmtpConnection open() {
        boolean tls = smtp.security() == Security.TLS;
        URLName url = new URLName("smtp", smtp.host(), smtp.effectivePort(), null, null, null);
        SmtpConnection connection = new SmtpConnection(session.get(), url, name, tls);
        try {
            connection.connect(
                    smtp.host(),
                    smtp.effectivePort(),
                    smtp.username().orElse(null),
                    smtp.password().map(Secret::value).orElse(null));
        } catch (MessagingException e) {
            // Where there is a password, the server's reply in the cause may repeat it, and the cause may be logged.
            throw new RelayFailure(
                    hidden(explained(e, connection)), smtp.password().isPresent() ? null : e);
        }
        requireLogin(connection);
        return connection;
    }

    private void requireLogin(SmtpConnection connection) {
        if (smtp.username().isPresent() && !connection.supportsExtension("AUTH")) {
            connection.end();
            throw new RelayFailure(
                    "mail server " + name + " offers no login; remove smtp.username and smtp.password, or check"
                            + " smtp.port and smtp.security",
                    null);
        }
    }

    private String explained(MessagingException e, SmtpConnection connection) {
        String response = connection.getLastServerResponse();
        SmtpReply reply = SmtpReply.of(connection.getLastReturnCode(), response == null ? "" : response);
        if (e instanceof AuthenticationFailedException) {
            return "mail server " + name + " refuses the login of "
                    + smtp.username().orElse("nobody") + ": " + reply.shown()
                    + "; check smtp.username and smtp.password";
        }
        return ConnectTrouble.of(e, reply, smtp).message(name);
    }

    /** A server may repeat in its reply what it was sent. */
    private String hidden(String message) {
        return smtp.password()
                .filter(password -> !password.isEmpty())
                .map(password -> message.replace(password.value(), "***"))
                .orElse(message);
    }
}

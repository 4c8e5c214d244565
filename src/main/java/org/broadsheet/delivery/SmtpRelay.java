package org.broadsheet.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.Lazy;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Secret;

/**
 * The mail server that takes the editions. Every wait is finite, and a link that shall be protected is never used
 * unprotected (RFC 3207, RFC 8314). Safe for use by many threads.
 */
public final class SmtpRelay implements Relay {
    private final Smtp smtp;
    private final Lazy<SSLSocketFactory> tls;
    private final ScheduledThreadPoolExecutor timers;
    private final Properties properties;
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
        this.tls = new Lazy<>(tls);
        this.timers = timers();
        this.properties = properties(smtp, sender, timers);
    }

    /** One thread for the time limits of all writes; it is gone while no connection is open. */
    private static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "smtp-write-timeouts");
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
        timers.setKeepAliveTime(10, TimeUnit.SECONDS);
        timers.allowCoreThreadTimeOut(true);
        return timers;
    }

    private static Properties properties(Smtp smtp, EmailAddress sender, ScheduledExecutorService timers) {
        Properties properties = new Properties();
        String timeout = String.valueOf(millis(smtp.timeout()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.executor.writetimeout", timers);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.localhost", sender.domain());
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.username().isPresent()));
        boolean startTls = smtp.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // RFC 8996.
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        smtp.auth().ifPresent(way -> properties.setProperty("mail.smtp.auth.mechanisms", way.name()));
        // Without this, a failure of our own factories would be answered with a socket of other manners.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    private static int millis(Duration timeout) {
        return (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    }

    /** A session of its own for each connection, since only so its socket can be known. */
    private Session session(KeptSocket kept) {
        Properties own = new Properties();
        own.putAll(properties);
        own.put("mail.smtp.socketFactory", new NoDelaySocketFactory(kept));
        own.put("mail.smtp.ssl.socketFactory", new NoDelayTlsSocketFactory(tls.get(), kept));
        return Session.getInstance(own);
    }

    /** Host and port. */
    @Override
    public String name() {
        return "mail server " + name;
    }

    /** Connects, protects the link and logs in. */
    @Override
    public MailConnection open() {
        KeptSocket kept = new KeptSocket();
        SmtpConnection connection = new SmtpConnection(session(kept), smtp, name);
        try {
            connection.connect(
                    smtp.host(),
                    smtp.effectivePort(),
                    smtp.username().orElse(null),
                    smtp.password().map(Secret::value).orElse(null));
            connection.writeTo(kept.output(smtp.timeout(), timers));
        } catch (IOException e) {
            connection.end();
            throw new RelayFailure("mail server " + name + ": " + e.getMessage(), e);
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

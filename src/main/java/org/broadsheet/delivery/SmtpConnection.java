package org.broadsheet.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mail server.
 *
 * <p>Connecting, TLS and the login are Angus's. The dialogue of each mail is held here, because what becomes of a mail
 * depends on which step failed: once the final dot is out, a missing reply leaves it in doubt. Where the server takes
 * commands in one go, a mail costs two exchanges instead of five, and one when the next is announced with its end (RFC
 * 2920).
 */
final class SmtpConnection extends SMTPTransport implements MailConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE_BREAK = 2;
    private static final Set<String> USED = Set.of("PIPELINING", "SIZE", "8BITMIME", "SMTPUTF8");

    private final String server;
    private final int mostMails;
    private final Duration longestIdle;
    private OutputStream out = OutputStream.nullOutputStream();
    private Set<String> extensions = Set.of();
    private Optional<OnTheWire> announced = Optional.empty();
    private boolean inMail;
    private boolean usable = true;
    private boolean proved;
    private long largest = Long.MAX_VALUE;
    private int mails;
    private long lastUsed;

    /**
     * Not connected yet.
     *
     * @param server how messages name it
     */
    SmtpConnection(Session session, Smtp smtp, String server) {
        super(
                session,
                new URLName("smtp", smtp.host(), smtp.effectivePort(), null, null, null),
                "smtp",
                smtp.security() == Security.TLS);
        this.server = server;
        this.mostMails = smtp.mailsPerConnection();
        this.longestIdle = smtp.idle();
    }

    /** Where to write, once connected. */
    synchronized void writeTo(OutputStream socket) {
        out = socket;
        // They are asked for several times with each mail, and Angus looks each up in capitals and under a lock.
        largest = largest();
        lastUsed = System.nanoTime();
        extensions = USED.stream().filter(this::supportsExtension).collect(Collectors.toUnmodifiableSet());
    }

    /** The largest mail that the server takes, in octets (RFC 1870 section 4); 0 there means that none is too large. */
    private long largest() {
        String said = String.valueOf(getExtensionParameter("SIZE")).strip();
        long limit = said.matches("[0-9]{1,18}") ? Long.parseLong(said) : 0;
        return limit == 0 ? Long.MAX_VALUE : limit;
    }

    @Override
    public synchronized boolean isUsable() {
        return usable && mails < mostMails && System.nanoTime() - lastUsed < longestIdle.toNanos();
    }

    @Override
    public synchronized boolean isProved() {
        return proved;
    }

    @Override
    public synchronized SmtpOutcome send(Outgoing mail, Following following) {
        if (announced.filter(other -> !other.mail().equals(mail)).isPresent()) {
            throw new IllegalStateException("another mail was announced");
        }
        if (!reaches(mail.envelope())) {
            return new SmtpOutcome.Refused("the part before the @ has letters beyond ASCII, and mail server " + server
                    + " does not offer SMTPUTF8");
        }
        requireFit(mail.message());
        SmtpOutcome outcome = transact(mail, following);
        mails++;
        lastUsed = System.nanoTime();
        usable &= !(outcome instanceof SmtpOutcome.Broken);
        proved |= !(outcome instanceof SmtpOutcome.Broken);
        return outcome;
    }

    private boolean reaches(Envelope envelope) {
        return !envelope.needsUtf8() || extensions.contains("SMTPUTF8");
    }

    private void requireFit(byte[] message) {
        if (message.length > largest) {
            throw new RelayFailure(
                    "mail server " + server + " takes mails of up to " + largest + " bytes, and this one has "
                            + message.length + "; let the newsletter carry fewer stories or pictures, or use another"
                            + " server",
                    null);
        }
    }

    private SmtpOutcome transact(Outgoing mail, Following following) {
        boolean whole = false;
        try {
            OnTheWire wire = announced.orElseGet(() -> onTheWire(mail));
            Optional<SmtpOutcome> refusal = begin(wire);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            inMail = true;
            out.write(wire.text(), 0, wire.text().length - LINE_BREAK);
            announced = following.mail().filter(this::mayBeAnnounced).map(this::onTheWire);
            whole = true;
            out.write(ending());
            inMail = false;
            SmtpReply reply = reply();
            return reply.isPositive() ? new SmtpOutcome.Accepted(reply.text()) : failure(reply, true);
        } catch (MessagingException | IOException e) {
            return new SmtpOutcome.Broken(reason(e), whole);
        }
    }

    /** A mail that this connection does not carry, or not any more, is left to its own turn. */
    private boolean mayBeAnnounced(Outgoing next) {
        return extensions.contains("PIPELINING")
                && mails + 1 < mostMails
                && reaches(next.envelope())
                && next.message().length <= largest;
    }

    private OnTheWire onTheWire(Outgoing mail) {
        return OnTheWire.of(mail, parameters(mail.envelope(), mail.message().length));
    }

    /**
     * The end of a mail, and with it the envelope of the one that is announced, so that the server need not wait for that
     * (RFC 2920 section 3.1).
     */
    private byte[] ending() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(END);
        announced.ifPresent(next -> bytes.writeBytes(next.lines()));
        return bytes.toByteArray();
    }

    /** Brings the dialogue to where the mail itself is awaited; otherwise says why not. */
    private Optional<SmtpOutcome> begin(OnTheWire wire) throws MessagingException, IOException {
        List<SmtpReply> replies = exchange(wire);
        SmtpReply last = replies.get(replies.size() - 1);
        Optional<SmtpReply> refusal =
                replies.stream().filter(reply -> !reply.isGoingOn()).findFirst();
        if (refusal.isEmpty()) {
            return last.isReadyForMail() ? Optional.empty() : Optional.of(failure(SmtpReply.of(0, last.text()), false));
        }
        SmtpOutcome outcome = failure(refusal.get(), false);
        if (!(outcome instanceof SmtpOutcome.Broken)) {
            takeBack(last);
        }
        judge(wire.mail().envelope(), replies, refusal.get());
        return Optional.of(outcome);
    }

    /** What the server's extensions make possible (RFC 1870, RFC 6152, RFC 6531). */
    private String parameters(Envelope envelope, int size) {
        return (extensions.contains("SIZE") ? " SIZE=" + size : "")
                + (envelope.needsUtf8() && extensions.contains("8BITMIME") ? " BODY=8BITMIME" : "")
                + (envelope.needsUtf8() ? " SMTPUTF8" : "");
    }

    /** The replies to the envelope, up to the first that ends it; all of them where it went out in one go. */
    private List<SmtpReply> exchange(OnTheWire wire) throws MessagingException, IOException {
        boolean together = extensions.contains("PIPELINING");
        if (together && announced.isEmpty()) {
            out.write(wire.lines());
        }
        announced = Optional.empty();
        List<SmtpReply> replies = new ArrayList<>();
        for (String command : wire.commands()) {
            SmtpReply reply = together ? reply() : command(command);
            replies.add(reply);
            boolean over = together ? reply.isLost() : !reply.isGoingOn();
            if (over) {
                return replies;
            }
        }
        return replies;
    }

    /** A transaction that was begun must be taken back, or the next mail would be part of it (RFC 2920 section 3.1). */
    private void takeBack(SmtpReply last) throws MessagingException {
        SmtpReply reply = command(last.isReadyForMail() ? "." : "RSET");
        usable = !reply.isLost();
    }

    /** Some refusals concern every mail and no reader. */
    private void judge(Envelope envelope, List<SmtpReply> replies, SmtpReply refusal) {
        boolean sender = !replies.get(0).isGoingOn();
        if (refusal.concernsEverything() && !sender) {
            throw new RelayFailure(
                    "mail server " + server + " takes no mail for others from here: " + refusal.shown()
                            + "; check smtp.username and smtp.password, or allow this machine on the server",
                    null);
        }
        if (sender && refusal.isPermanent() && !envelope.needsUtf8()) {
            throw new RelayFailure(
                    "mail server " + server + " refuses mail from " + envelope.from() + ": " + refusal.shown()
                            + "; check publisher.from and the account under smtp",
                    null);
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

    private SmtpReply reply() throws MessagingException {
        int code = readServerResponse();
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

    @Override
    public synchronized void end() {
        try {
            if (inMail || announced.isPresent()) {
                // Where a mail is awaited, taking leave would be read as its text.
                out.close();
            }
            close();
        } catch (IOException | MessagingException e) {
            LOG.debug("closing the connection to mail server {}: {}", server, e.getMessage());
        }
    }
}

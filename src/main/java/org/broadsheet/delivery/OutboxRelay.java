package org.broadsheet.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A folder instead of a mail server, for a first run and for staging: takes every mail, and lets nothing leave the
 * machine. Each file tells its envelope in {@code Return-Path} and {@code Delivered-To}, as mail servers write them.
 */
public final class OutboxRelay implements Relay {
    private final Maildir maildir;

    /** Mails go to that folder. */
    public OutboxRelay(Maildir maildir) {
        this.maildir = maildir;
    }

    @Override
    public String name() {
        return "outbox " + maildir.folder();
    }

    @Override
    public MailConnection open() {
        try {
            maildir.create();
            return new Outbox();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void probe() {
        if (!maildir.isWritable()) {
            throw failure(null);
        }
    }

    private RelayFailure failure(@Nullable IOException cause) {
        return new RelayFailure(
                name() + ": cannot be written" + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + "; let smtp.outbox be a folder that Broadsheet may write to, on a disk with room",
                cause);
    }

    /** Nothing is kept open between two mails. */
    private final class Outbox implements MailConnection {
        @Override
        public SmtpOutcome send(Outgoing mail, Following following) {
            String name = write(mail.envelope(), mail.message());
            boolean ready = false;
            try {
                following.mail();
                ready = true;
                maildir.publish(name);
                return new SmtpOutcome.Accepted("250 2.0.0 " + name);
            } catch (IOException e) {
                return new SmtpOutcome.Broken(name() + ": " + e.getMessage(), true);
            } finally {
                if (!ready) {
                    discard(name);
                }
            }
        }

        private String write(Envelope envelope, byte[] message) {
            String head = "Return-Path: <" + envelope.from().envelope() + ">\r\nDelivered-To: "
                    + envelope.to().envelope() + "\r\n";
            try {
                return maildir.write(head.getBytes(StandardCharsets.UTF_8), message);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        private void discard(String name) {
            try {
                maildir.discard(name);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        @Override
        public boolean isUsable() {
            return true;
        }

        @Override
        public boolean isProved() {
            return true;
        }

        @Override
        public void end() {
            // There is nothing to take leave of.
        }
    }
}

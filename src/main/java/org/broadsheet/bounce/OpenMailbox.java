package org.broadsheet.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.broadsheet.Failure;
import org.broadsheet.config.Bounces.Inbox;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is connected. One thread uses it at a time. */
final class OpenMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);
    /** What tells why a mail came back stands at its beginning, whatever it returns. */
    private static final int LONGEST = 1024 * 1024;

    private final Store store;
    private final Folder folder;
    private final Inbox inbox;

    OpenMailbox(Store store, Folder folder, Inbox inbox) {
        this.store = store;
        this.folder = folder;
        this.inbox = inbox;
    }

    /**
     * Takes all mails that are new. Each is marked only when its effect is on the disk, so whatever stops this on the way,
     * the next time goes on from there.
     *
     * @param now for a mail whose server does not tell when it came
     * @throws Failure when the connection is lost
     */
    FetchReport takeAll(Returns returns, Instant now) {
        List<Taken> taken = new ArrayList<>();
        try {
            List<Message> done = new ArrayList<>();
            for (Message message : ReturnMailbox.fresh(folder)) {
                Taken one = take(returns, message, now);
                taken.add(one);
                if (one.effect() == Taken.Effect.NOT_UNDERSTOOD) {
                    message.setFlag(Flags.Flag.FLAGGED, true);
                } else {
                    message.setFlag(Flags.Flag.SEEN, true);
                    done.add(message);
                }
            }
            moveAway(done);
            return FetchReport.of(taken);
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    private Taken take(Returns returns, Message message, Instant now) throws MessagingException {
        try (InputStream stream = ((IMAPMessage) message).getMimeStream()) {
            Instant at = Optional.ofNullable(message.getReceivedDate())
                    .map(Date::toInstant)
                    .orElse(now);
            Taken taken = returns.take(stream.readNBytes(LONGEST), at);
            if (taken.effect() == Taken.Effect.NOT_UNDERSTOOD) {
                LOG.warn(
                        "mail {} in {} is for a person to read; it stays there, flagged",
                        message.getMessageNumber(),
                        inbox.folder());
            }
            return taken;
        } catch (IOException e) {
            LOG.warn(
                    "mail {} in {} cannot be read ({}); it stays there, flagged",
                    message.getMessageNumber(),
                    inbox.folder(),
                    e.getMessage());
            return new Taken(Kind.OTHER, Taken.Effect.NOT_UNDERSTOOD);
        }
    }

    private void moveAway(List<Message> done) throws MessagingException {
        if (inbox.done().isEmpty() || done.isEmpty()) {
            return;
        }
        Folder target = store.getFolder(inbox.done().get());
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("folder " + inbox.done().get() + " cannot be made");
        }
        Message[] messages = done.toArray(Message[]::new);
        folder.copyMessages(messages, target);
        folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
        ((IMAPFolder) folder).expunge(messages);
    }

    /** Whether the server tells of new mails by itself (RFC 2177). */
    boolean canIdle() {
        try {
            return ((IMAPStore) store).hasCapability("IDLE");
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    /** Waits until the server tells of something, or until {@link #wake} is called by another thread. */
    void idle() {
        try {
            ((IMAPFolder) folder).idle(true);
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    /** Ends {@link #idle}; any command does. */
    void wake() {
        try {
            ((IMAPFolder) folder).doCommand(protocol -> {
                protocol.noop();
                return null;
            });
        } catch (MessagingException e) {
            throw lost(e);
        }
    }

    private Failure lost(MessagingException e) {
        return new Failure("mailbox " + inbox.username() + " on " + inbox.host() + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debug("closing the mailbox on {}: {}", inbox.host(), e.getMessage());
        }
    }
}

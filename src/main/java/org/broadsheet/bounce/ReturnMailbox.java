package org.broadsheet.bounce;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.util.Properties;
import org.broadsheet.Failure;
import org.broadsheet.config.Bounces.Inbox;
import org.broadsheet.config.Installation.Security;

/** The mailbox that mails come back to (IMAP, RFC 9051). TLS is never given up silently, and nothing waits for ever. */
public final class ReturnMailbox {
    private final Inbox inbox;

    /** Nothing is connected yet. */
    public ReturnMailbox(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Connects and opens the folder.
     *
     * @throws Failure when that cannot be done, with what to do
     */
    OpenMailbox open() {
        String protocol = inbox.security() == Security.TLS ? "imaps" : "imap";
        try {
            Store store = Session.getInstance(settings(protocol)).getStore(protocol);
            store.connect(
                    inbox.host(),
                    inbox.effectivePort(),
                    inbox.username(),
                    inbox.password().value());
            return open(store);
        } catch (AuthenticationFailedException e) {
            throw failure("refuses the login; check bounces.inbox.username and bounces.inbox.password", e);
        } catch (MessagingException e) {
            throw failure("cannot be reached: " + e.getMessage() + "; check bounces.inbox", e);
        }
    }

    private OpenMailbox open(Store store) throws MessagingException {
        try {
            Folder folder = store.getFolder(inbox.folder());
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder, inbox);
        } catch (FolderNotFoundException e) {
            store.close();
            throw failure("has no folder " + inbox.folder() + "; check bounces.inbox.folder", e);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    private Failure failure(String what, MessagingException cause) {
        return new Failure("mailbox " + inbox.username() + " on " + inbox.host() + " " + what, cause);
    }

    private Properties settings(String protocol) {
        String millis = Long.toString(inbox.timeout().toMillis());
        String prefix = "mail." + protocol + ".";
        Properties settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", millis);
        settings.setProperty(prefix + "timeout", millis);
        settings.setProperty(prefix + "writetimeout", millis);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(inbox.security() == Security.STARTTLS));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(inbox.security() == Security.STARTTLS));
        // Reading a mail does not mark it: that is done when its effect is on the disk.
        settings.setProperty(prefix + "peek", "true");
        return settings;
    }

    /** What was neither taken nor left for a person before. */
    static Message[] fresh(Folder folder) throws MessagingException {
        return folder.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.FLAGGED), false)));
    }
}

package org.broadsheet.bounce;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.config.Bounces.Inbox;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.BounceStore;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.ReturnTokens;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of returned mails begin with: a real IMAP mailbox, and one reader whose mails come back to it. */
abstract class ReturnedMails {
    static final EmailAddress BASE = new EmailAddress("bounce@news.example.org");
    static final EmailAddress ANNA = new EmailAddress("anna@example.com");
    static final String NO_TOKEN = BASE.text();

    @TempDir
    Path files;

    final TestClock clock = new TestClock();
    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    final ReturnTokens returnTokens = new ReturnTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8));
    GreenMailUser user;
    Database database;
    SubscriberStore subscribers;
    PersonalLinks links;
    Returns returns;
    String annaId;

    @BeforeEach
    void open() {
        server.start();
        user = server.setUser(BASE.text(), "bounces", "p");
        database = Database.open("jdbc:sqlite:" + files.resolve("returns.db"), "", "");
        subscribers = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        subscribers.add("morning", ANNA, "test");
        annaId = database.read(handle -> handle.createQuery("select id from subscriber")
                .mapTo(String.class)
                .one());
        links = new PersonalLinks(
                new SignedTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8), clock),
                URI.create("https://news.example.org"));
        BounceStore bounces = new BounceStore(database, 3, Duration.ofDays(14));
        returns = new Returns(new BounceReader(), new Owners(subscribers, bounces, returnTokens, links), bounces);
    }

    @AfterEach
    void close() {
        server.stop();
        database.close();
    }

    Inbox inbox(Optional<String> done) {
        return inbox("p", done);
    }

    Inbox inbox(String password, Optional<String> done) {
        return inbox(password, done, Duration.ofMinutes(5));
    }

    /** The same, read so often. */
    Inbox inbox(String password, Optional<String> done, Duration every) {
        return new Inbox(
                "127.0.0.1",
                Optional.of(server.getImap().getPort()),
                Security.NONE,
                "bounces",
                new Secret(password),
                "INBOX",
                done,
                every,
                Duration.ofSeconds(5));
    }

    FetchReport fetch() {
        return watch(inbox(Optional.empty())).fetch();
    }

    ReturnWatch watch(Inbox inbox) {
        return new ReturnWatch(new ReturnMailbox(inbox), returns, inbox.every(), clock);
    }

    void comes(String mail) {
        user.deliver(GreenMailUtil.newMimeMessage(mail.replace("\n", "\r\n")));
    }

    String annasReturnAddress() {
        return returnTokens.address(BASE, "morning", annaId).text();
    }

    MailFolder folder(String name) {
        ImapHostManager manager = server.getManagers().getImapHostManager();
        return name.equals("INBOX") ? inboxOf(manager) : manager.getFolder(user, name);
    }

    MailFolder inboxOf(ImapHostManager manager) {
        try {
            return manager.getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Flags> flags() {
        return folder("INBOX").getMessages().stream()
                .map(StoredMessage::getFlags)
                .toList();
    }

    boolean isSuppressed() {
        return subscribers.counts("morning").suppressed() == 1;
    }
}

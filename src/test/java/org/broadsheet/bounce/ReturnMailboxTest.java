package org.broadsheet.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.Failure;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Returned mails in a real IMAP mailbox, and what follows from them. */
class ReturnMailboxTest {
    private static final EmailAddress BASE = new EmailAddress("bounce@news.example.org");
    private static final EmailAddress ANNA = new EmailAddress("anna@example.com");
    private static final String NO_TOKEN = BASE.text();

    @TempDir
    Path files;

    private final TestClock clock = new TestClock();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final ReturnTokens returnTokens = new ReturnTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8));
    private GreenMailUser user;
    private Database database;
    private SubscriberStore subscribers;
    private PersonalLinks links;
    private Returns returns;
    private String annaId;

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

    private Inbox inbox(Optional<String> done) {
        return inbox("p", done);
    }

    private Inbox inbox(String password, Optional<String> done) {
        return new Inbox(
                "127.0.0.1",
                Optional.of(server.getImap().getPort()),
                Security.NONE,
                "bounces",
                new Secret(password),
                "INBOX",
                done,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5));
    }

    private static Inbox often(Inbox inbox) {
        return new Inbox(
                inbox.host(),
                inbox.port(),
                inbox.security(),
                inbox.username(),
                inbox.password(),
                inbox.folder(),
                inbox.done(),
                Duration.ofMillis(100),
                inbox.timeout());
    }

    private FetchReport fetch() {
        return watch(inbox(Optional.empty())).fetch();
    }

    private ReturnWatch watch(Inbox inbox) {
        return new ReturnWatch(new ReturnMailbox(inbox), returns, inbox.every(), clock);
    }

    private void comes(String mail) {
        user.deliver(GreenMailUtil.newMimeMessage(mail.replace("\n", "\r\n")));
    }

    private String annasReturnAddress() {
        return returnTokens.address(BASE, "morning", annaId).text();
    }

    private MailFolder folder(String name) {
        ImapHostManager manager = server.getManagers().getImapHostManager();
        return name.equals("INBOX") ? inboxOf(manager) : manager.getFolder(user, name);
    }

    private MailFolder inboxOf(ImapHostManager manager) {
        try {
            return manager.getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Flags> flags() {
        return folder("INBOX").getMessages().stream()
                .map(StoredMessage::getFlags)
                .toList();
    }

    private boolean isSuppressed() {
        return subscribers.counts("morning").suppressed() == 1;
    }

    @Test
    void aHardBounceSuppressesAndIsMarkedAsRead() {
        comes(Mails.report(NO_TOKEN, ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        assertThat(fetch()).isEqualTo(new FetchReport(1, 1, 0, 0));
        assertThat(isSuppressed()).isTrue();
        assertThat(flags().get(0).contains(Flags.Flag.SEEN)).isTrue();
        assertThat(fetch()).isEqualTo(new FetchReport(0, 0, 0, 0));
    }

    @Test
    void theReturnAddressTellsWhomABounceIsAboutWhateverItSays() {
        comes(Mails.notice(annasReturnAddress(), "failure notice", "<somebody@elsewhere.example>:\nNo such user.\n"));
        fetch();
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void aComplaintWithoutAnAddressIsKnownByTheLinkInTheReturnedMail() {
        comes("""
                From: feedback@provider.example
                To: abuse@example.org
                Subject: abuse report
                Content-Type: multipart/report; report-type=feedback-report; boundary=f

                --f
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1
                Version: 1
                --f
                Content-Type: message/rfc822

                From: news@example.org
                To: redacted@provider.example
                List-Unsubscribe: <%s>

                --f--
                """.formatted(links.unsubscribe("morning", annaId)));
        assertThat(fetch()).isEqualTo(new FetchReport(1, 1, 0, 0));
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void aMailedTokenUnsubscribes() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: unsubscribe "
                + links.unsubscribeToken("morning", annaId) + "\n\n\n");
        assertThat(fetch()).isEqualTo(new FetchReport(1, 0, 1, 0));
        assertThat(subscribers.counts("morning").unsubscribed()).isEqualTo(1);
    }

    @Test
    void withoutATokenNobodyIsUnsubscribedByOthers() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: unsubscribe\n\n" + ANNA + "\n");
        assertThat(fetch()).isEqualTo(new FetchReport(1, 0, 0, 1));
        assertThat(subscribers.counts("morning").confirmed()).isEqualTo(1);
    }

    @Test
    void softBouncesCountEachMailOnce() {
        for (int i = 0; i < 2; i++) {
            comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.2.2", "452 4.2.2 mailbox full " + i));
        }
        fetch();
        folder("INBOX").getMessages().forEach(message -> message.getFlags().remove(Flags.Flag.SEEN));
        fetch();
        assertThat(isSuppressed()).isFalse();
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.2.2", "452 4.2.2 mailbox full"));
        fetch();
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void delaysAndAbsencesChangeNothing() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.4.1", "timed out")
                .replace("Action: failed", "Action: delayed"));
        comes("From: " + ANNA + "\nTo: " + annasReturnAddress()
                + "\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nAway.\n");
        assertThat(fetch()).isEqualTo(new FetchReport(2, 0, 0, 0));
        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void whatNobodyUnderstandsStaysFlaggedForAPerson() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: Danke\n\nSehr gelungen.\n");
        comes("\u0000\u0001\u0002 garbage");
        assertThat(fetch()).isEqualTo(new FetchReport(2, 0, 0, 2));
        assertThat(flags()).allSatisfy(flags -> {
            assertThat(flags.contains(Flags.Flag.FLAGGED)).isTrue();
            assertThat(flags.contains(Flags.Flag.SEEN)).isFalse();
        });
        assertThat(fetch().read()).isZero();
    }

    @Test
    void whatIsDoneMovesToItsFolder() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        watch(inbox(Optional.of("Done"))).fetch();
        assertThat(folder("INBOX").getMessageCount()).isZero();
        assertThat(folder("Done").getMessageCount()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void whileTheServiceRunsNewMailsAreHeardOf() {
        try (ReturnWatch watch = watch(often(inbox(Optional.empty())))) {
            watch.start();
            comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
            while (!isSuppressed()) {
                Thread.onSpinWait();
            }
            comes(Mails.notice(annasReturnAddress(), "failure notice", "<anna@example.com>:\nNo such user.\n"));
            while (!flags().stream().allMatch(flags -> flags.contains(Flags.Flag.SEEN))) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anOutageIsAFailureWithWhatToDo() {
        ReturnWatch mistyped = watch(inbox("wrong", Optional.empty()));
        assertThatThrownBy(mistyped::fetch)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("check bounces.inbox.username");
        ReturnWatch right = watch(inbox(Optional.empty()));
        server.stop();
        assertThatThrownBy(right::fetch).isInstanceOf(Failure.class).hasMessageContaining("cannot be reached");
    }

    @Test
    void aBounceIsDatedByWhenItCame() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        Instant before = Instant.now().minusSeconds(3600);
        fetch();
        long at = database.read(handle -> handle.createQuery("select came_at from bounce")
                .mapTo(Long.class)
                .one());
        assertThat(Instant.ofEpochMilli(at)).isAfter(before);
    }
}

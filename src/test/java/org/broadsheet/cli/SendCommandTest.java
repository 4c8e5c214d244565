package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending to a mail server that works. */
class SendCommandTest {
    private static final String OLD = "Museum zeigt frühe Landkarten";
    private static final String NEW = "Hafen bekommt eine neue Kaimauer";

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;
    private Mailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = Mailbox.open();
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .installation(mailbox.port())
                .feed("feed.xml", broadsheet.article(OLD, "/2", Duration.ofHours(30)))
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void everyReaderGetsTheEdition() {
        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("3 sent, 0 refused");
        assertThat(mailbox.recipients()).isEqualTo(CommandLineHarness.readers());
        assertThat(mailbox.mails()).allSatisfy(mail -> {
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(Mailbox.part(mail, "text/plain")).contains(OLD);
            assertThat(Mailbox.part(mail, "text/html")).contains(OLD).contains("https://kuestenblatt.example/2");
        });
    }

    @Test
    void mailsCarryTheHeadersOfAMailingList() throws Exception {
        broadsheet.run("send");

        for (MimeMessage mail : mailbox.mails()) {
            assertThat(mail.getSubject()).isNotBlank();
            assertThat(Mailbox.header(mail, "From")).isEqualTo("Broadsheet <news@example.org>");
            assertThat(Mailbox.header(mail, "Date")).isNotBlank();
            assertThat(Mailbox.header(mail, "MIME-Version")).isEqualTo("1.0");
            assertThat(Mailbox.header(mail, "List-Id")).contains("<morning.example.org>");
            assertThat(Mailbox.header(mail, "List-Unsubscribe"))
                    .contains("<https://news.example.org/")
                    .contains("<mailto:news@example.org?subject=");
            assertThat(Mailbox.header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(Mailbox.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(Mailbox.header(mail, "Message-ID")).endsWith("@example.org>");
        }
        assertThat(mailbox.mails().stream().map(mail -> Mailbox.header(mail, "Message-ID")))
                .doesNotHaveDuplicates();
        assertThat(mailbox.mails().stream().map(mail -> Mailbox.header(mail, "List-Unsubscribe")))
                .doesNotHaveDuplicates();
    }

    @Test
    void secondSendSendsNothingTwice() {
        broadsheet.run("send");

        Result second = broadsheet.run("send");

        assertThat(second.status()).isZero();
        assertThat(second.out()).contains("morning: the edition of").contains("is delivered");
        assertThat(mailbox.mails()).hasSize(3);
        assertThat(broadsheet.rows("edition")).isEqualTo(1);
    }

    @Test
    void dryRunTellsWhatItWouldSendAndSendsNothing() {
        Result result = broadsheet.run("send", "--dry-run");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("would send 1 stories to 3 subscribers");
        assertThat(mailbox.mails()).isEmpty();
        assertThat(broadsheet.rows("edition")).isZero();
        assertThat(broadsheet.rows("delivery")).isZero();
    }

    @Test
    void dryRunWithNothingNewSaysSo() {
        broadsheet.run("send", "--at", broadsheet.ago(Duration.ofHours(24)));

        Result result = broadsheet.run("send", "--dry-run");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("morning: nothing new to tell, so no edition");
    }

    @Test
    void withNothingNewThereIsNoEdition() {
        broadsheet.run("send", "--at", broadsheet.ago(Duration.ofHours(24)));

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("morning: nothing new to tell, so no edition");
        assertThat(broadsheet.rows("edition")).isEqualTo(1);
        assertThat(mailbox.mails()).hasSize(3);
    }

    @Test
    void nextDaysEditionCarriesOnlyWhatIsNew() {
        assertThat(broadsheet
                        .run("send", "--at", broadsheet.ago(Duration.ofHours(24)))
                        .status())
                .isZero();
        broadsheet.feed(
                "feed.xml",
                broadsheet.article(NEW, "/1", Duration.ofHours(2)),
                broadsheet.article(OLD + " (aktualisiert)", "/2?utm_source=rss", Duration.ofHours(1)));

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mailbox.texts()).hasSize(6);
        assertThat(mailbox.texts().stream().filter(text -> text.contains(NEW)))
                .hasSize(3)
                .allMatch(text -> !text.contains(OLD));
    }

    @Test
    void articleThatCameLateToTheFeedIsNotLost() {
        broadsheet.run("send", "--at", broadsheet.ago(Duration.ofHours(24)));
        broadsheet.feed("feed.xml", broadsheet.article(NEW, "/1", Duration.ofHours(26)));

        broadsheet.run("send");

        assertThat(mailbox.texts().stream().filter(text -> text.contains(NEW))).hasSize(3);
    }

    @Test
    void newsletterThatIsNotNamedIsNotSent() {
        broadsheet.newsletter("evening", List.of("dora@example.com"), "feed.xml");

        assertThat(broadsheet.run("send", "evening").status()).isZero();

        assertThat(mailbox.recipients()).containsExactly("dora@example.com");
    }

    @Test
    void unknownNewsletterIsAMistakeInTheCommandLine() {
        Result result = broadsheet.run("send", "midnight");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors().get(0)).isEqualTo("there is no newsletter \"midnight\"; there are: morning");
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void editionWithoutReadersIsMadeAndDone() {
        broadsheet.newsletter("morning", List.of(), "feed.xml");

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void oneBrokenFeedStopsNothing() {
        broadsheet.newsletter("morning", CommandLineHarness.readers(), "gone.xml", "feed.xml");

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.errors()).singleElement().asString().contains("gone.xml");
        assertThat(mailbox.mails()).hasSize(3);
    }

    @Test
    void withNoFeedAtAllNothingIsSentAndTheCommandFails() {
        broadsheet.newsletter("morning", CommandLineHarness.readers(), "gone.xml");

        Result result = broadsheet.run("send");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("no feed could be read");
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void statusTellsWhatWasSent() {
        assertThat(broadsheet.run("status").out()).contains("no edition yet");
        broadsheet.run("send");

        Result result = broadsheet.run("status", "--failed");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("morning: 3 subscribers").contains("3 sent");
        assertThat(result.err()).isEmpty();
    }
}

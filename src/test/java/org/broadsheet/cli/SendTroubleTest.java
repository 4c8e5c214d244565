package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.delivery.ScriptedSmtpServer;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending to a mail server that does not work. */
class SendTroubleTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .feed("feed.xml", broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(30)))
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml");
    }

    @Test
    void mailServerThatIsDownIsNamedAndLaterEveryReaderGetsTheEditionOnce() {
        int port = CommandLineHarness.freePort();
        broadsheet.installation(port);

        Result down = broadsheet.run("send");

        assertThat(down.status()).isEqualTo(1);
        assertThat(down.errors().stream().filter(line -> line.contains("127.0.0.1:" + port)))
                .singleElement()
                .asString()
                .contains("cannot be reached")
                .contains("smtp.host");
        assertThat(down.err())
                .contains("morning: 3 deliveries are kept; run `broadsheet send morning` again")
                .doesNotContain("\tat ");
        assertThat(broadsheet.rows("delivery")).isEqualTo(3);
        try (Mailbox mailbox = Mailbox.open(port)) {
            Result up = broadsheet.run("send");
            assertThat(up.status()).as(up.all()).isZero();
            assertThat(up.err()).isEmpty();
            broadsheet.run("send");
            assertThat(mailbox.recipients()).isEqualTo(CommandLineHarness.readers());
        }
    }

    @Test
    void yesterdaysOpenEditionIsDeliveredWithTodays() {
        int port = CommandLineHarness.freePort();
        broadsheet.installation(port);
        broadsheet.run("send", "--at", broadsheet.ago(Duration.ofHours(24)));
        broadsheet.feed("feed.xml", broadsheet.article("Hafen bekommt Kaimauer", "/1", Duration.ofHours(2)));

        try (Mailbox mailbox = Mailbox.open(port)) {
            Result result = broadsheet.run("send");

            assertThat(result.status()).as(result.all()).isZero();
            assertThat(result.out().lines().filter(line -> line.contains("3 sent")))
                    .hasSize(2);
            assertThat(mailbox.texts().stream().filter(text -> text.contains("Museum")))
                    .hasSize(3);
            assertThat(mailbox.texts().stream().filter(text -> text.contains("Kaimauer")))
                    .hasSize(3);
        }
    }

    @Test
    void editionWhoseMakerWasKilledBeforeItOwedAnythingIsDeliveredTheNextDay() {
        broadsheet
                .installation(CommandLineHarness.freePort())
                .run("send", "--at", broadsheet.ago(Duration.ofHours(24)));
        broadsheet.change("delete from delivery");
        broadsheet.change("update edition set fanned_out = null");

        try (Mailbox mailbox = Mailbox.open()) {
            broadsheet.installation(mailbox.port()).run("send");
            broadsheet.run("send");

            assertThat(mailbox.recipients()).isEqualTo(CommandLineHarness.readers());
        }
    }

    @Test
    void readerWhoCameLaterIsNotOwedTheLastEdition() {
        try (Mailbox mailbox = Mailbox.open()) {
            broadsheet
                    .installation(mailbox.port())
                    .newsletter("morning", List.of("anna@example.com"), "feed.xml")
                    .run("send", "--at", broadsheet.ago(Duration.ofHours(24)));

            broadsheet
                    .newsletter("morning", CommandLineHarness.readers(), "feed.xml")
                    .run("send");

            assertThat(mailbox.recipients()).containsExactly("anna@example.com");
        }
    }

    @Test
    void brokenTemplateIsOneLineAndLosesNothing() throws Exception {
        broadsheet.write("templates/digest.txt", "[(${nonsense})]");
        try (Mailbox mailbox = Mailbox.open()) {
            Result broken = broadsheet.installation(mailbox.port()).run("send");
            assertThat(broken.status()).isEqualTo(1);
            assertThat(broken.errors())
                    .singleElement()
                    .asString()
                    .contains("config/templates/digest.txt:1")
                    .contains("nonsense");
            assertThat(broadsheet.preview().errors()).isEqualTo(broken.errors());
            assertThat(broadsheet.rows("edition")).isZero();

            Files.delete(broadsheet.config.resolve("templates/digest.txt"));
            assertThat(broadsheet.run("send").status()).isZero();
            assertThat(mailbox.recipients()).isEqualTo(CommandLineHarness.readers());
        }
    }

    @Test
    void previewToADeadServerFailsInOneLine() {
        Result result = broadsheet.preview("--to", "editor@example.net");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains("cannot be reached");
    }

    @Test
    void refusedLoginSaysSoAndKeepsThePasswordToItself() {
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((recipient, tries) -> Fault.NONE, Door.ECHOES_LOGIN, 10)) {
            broadsheet
                    .environment("SMTP_PASSWORD", "geheim-4711")
                    .installation(server.port(), ", username: broadsheet, password: \"${SMTP_PASSWORD}\"");

            Result result = broadsheet.run("send");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err())
                    .contains("127.0.0.1:" + server.port())
                    .contains("refuses the login")
                    .contains("smtp.username");
            assertThat(result.all()).doesNotContain("geheim-4711");
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void rejectedReaderIsNamedAndTheOthersGetTheirMail() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(
                (recipient, tries) -> recipient.startsWith("bert") ? Fault.RCPT_550 : Fault.NONE)) {
            broadsheet.installation(server.port());

            Result result = broadsheet.run("send");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out()).contains("2 sent, 1 refused");
            assertThat(result.errors()).containsExactly("morning: bert@example.com: failed: 550 5.1.1 no such user");
            assertThat(server.recipients()).containsExactlyInAnyOrder("anna@example.com", "cleo@example.com");
            assertThat(broadsheet.run("status", "--failed").out()).contains("bert@example.com");
        }
    }

    @Test
    void rejectedReaderIsNotTriedAgainByTheNextSend() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(
                (recipient, tries) -> recipient.startsWith("bert") ? Fault.RCPT_550 : Fault.NONE)) {
            broadsheet.installation(server.port());
            broadsheet.run("send");

            Result again = broadsheet.run("send");

            assertThat(again.status()).as(again.all()).isZero();
            assertThat(server.taken()).hasSize(2);
        }
    }

    @Test
    void greylistedReaderIsTriedAgainByTheNextSend() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(
                (recipient, tries) -> recipient.startsWith("cleo") && tries == 0 ? Fault.RCPT_450 : Fault.NONE)) {
            broadsheet.installation(server.port());

            Result first = broadsheet.run("send");
            Result second = broadsheet.run("send");

            assertThat(first.status()).isEqualTo(1);
            assertThat(first.err()).contains("cleo@example.com").contains("greylisted");
            assertThat(second.status()).as(second.all()).isZero();
            assertThat(server.recipients())
                    .containsExactlyInAnyOrder("anna@example.com", "bert@example.com", "cleo@example.com");
        }
    }

    @Test
    void connectionThatDropsInTheMiddleCostsNoReaderTheMail() {
        List<String> readers = IntStream.range(0, 12)
                .mapToObj(number -> "reader%02d@example.com".formatted(number))
                .toList();
        try (ScriptedSmtpServer server = new ScriptedSmtpServer((recipient, tries) ->
                recipient.matches("reader0[37]@.*") && tries < 2 ? Fault.DROP_IN_DATA : Fault.NONE)) {
            broadsheet.newsletter("morning", readers, "feed.xml").installation(server.port());

            Result first = broadsheet.run("send");
            Result second = broadsheet.run("send");

            assertThat(first.status()).isEqualTo(1);
            assertThat(first.err()).contains("reader03@example.com").contains("reader07@example.com");
            assertThat(second.status()).as(second.all()).isZero();
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(readers);
        }
    }

    @Test
    void previewToAnAddressThatIsRefusedFailsInOneLine() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer((recipient, tries) -> Fault.RCPT_550)) {
            broadsheet.installation(server.port());

            Result result = broadsheet.preview("--to", "editor@example.net");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.errors())
                    .containsExactly("mail server 127.0.0.1:" + server.port()
                            + " did not take the mail to editor@example.net: 550 5.1.1 no such user");
        }
    }
}

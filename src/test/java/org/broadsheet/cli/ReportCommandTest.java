package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly mail to the admin. */
class ReportCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;
    private Mailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = Mailbox.open();
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .feed("feed.xml", broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(3)))
                .newsletter(
                        "morning",
                        "topics: [{id: sport, title: Sport, keywords: [Fußball, Olympia]}]",
                        CommandLineHarness.readers(),
                        "feed.xml",
                        "gone.xml");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    private void report(String settings) {
        broadsheet.installation(mailbox.port()).moreOfInstallation("report: " + settings);
    }

    @Test
    void tellsWhatWasSentBarredDeadAndEmpty() {
        report("{to: [chief@example.org], language: de}");
        broadsheet.run("send");
        broadsheet.run("subscribers", "suppress", "anna@example.com", "--reason", "550 no such user");

        Result result = broadsheet.run("report");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out())
                .contains("Es erschien 1 Ausgabe.")
                .containsPattern("3 zugestellt \\(100\\h%\\)")
                .contains("Der Morgen: 2 (+3)")
                .contains("1 × 550 no such user")
                .contains("gone.xml", "gestört")
                .contains("Der Morgen: Sport");
    }

    @Test
    void isMailedThroughTheRelayAsAMailThatClientsShowRight() throws Exception {
        report("{to: [chief@example.org]}");
        broadsheet.run("send");

        Result result = broadsheet.run("report", "--to", "chief@example.org");

        assertThat(result.status()).as(result.all()).isZero();
        MimeMessage mail = mailbox.mails().get(3);
        assertThat(mail.getSubject()).isEqualTo("The week: 3 mails sent, 0 failed");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        String html = Mailbox.part(mail, "text/html");
        assertThat(html).contains("The week in your newsroom").contains("Museum zeigt");
        assertThat(new MailLint().look(Source.of(html))).isEmpty();
    }

    @Test
    void withoutOneItSaysHowToHaveOne() {
        assertThat(broadsheet.run("report").err()).contains("report: {to: [editors@example.org]}");
    }

    @Test
    void passwordsBecomeHashes() {
        Result tooShort = withInput("short\n");
        assertThat(tooShort.status()).isEqualTo(1);
        assertThat(tooShort.err()).contains("too short");
        Result hashed = withInput("correct horse battery\n");
        assertThat(hashed.out().strip()).matches("pbkdf2-sha256:600000:[\\w-]{22}:[\\w-]{43}");
        assertThat(List.of(hashed.out(), hashed.err())).noneMatch(text -> text.contains("correct horse"));
    }

    private Result withInput(String input) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            return broadsheet.runBare("web", "password");
        } finally {
            System.setIn(before);
        }
    }
}

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

/** A week of editions, and the round-up of it, to readers who chose the one or the other. */
class RoundUpCommandTest {
    private static final String FIRST = "Museum zeigt frühe Landkarten";
    private static final String SECOND = "Hafen bekommt eine neue Kaimauer";
    private static final String THIRD = "Verein steigt in die Landesliga auf";

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
                .feed("feed.xml", broadsheet.article(FIRST, "/1", Duration.ofHours(5 * 24 + 1)))
                .newsletter("morning", List.of("every@example.com", "weekly@example.com"), "feed.xml")
                .run("send", "--dry-run");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    private void weekly(String address) {
        broadsheet.change("update subscription set frequency = 'weekly'"
                + " where subscriber_id = (select id from subscriber where email = '" + address + "')");
    }

    private void threeEditions() {
        edition(5);
        broadsheet.feed("feed.xml", broadsheet.article(SECOND, "/2", Duration.ofHours(3 * 24 + 1)));
        edition(3);
        broadsheet.feed("feed.xml", broadsheet.article(THIRD, "/3", Duration.ofHours(24 + 1)));
        edition(1);
    }

    private void edition(int daysAgo) {
        Result result = broadsheet.run("send", "--at", broadsheet.ago(Duration.ofDays(daysAgo)));
        assertThat(result.status()).as(result.all()).isZero();
    }

    private List<MimeMessage> mailsTo(String address) {
        return mailbox.mails().stream()
                .filter(mail -> Mailbox.header(mail, "To").contains(address))
                .toList();
    }

    @Test
    void eachReaderGetsExactlyWhatThatReaderChose() throws Exception {
        weekly("weekly@example.com");
        threeEditions();
        assertThat(mailsTo("every@example.com")).hasSize(3);
        assertThat(mailsTo("weekly@example.com")).isEmpty();

        Result result = broadsheet.run("send", "--round-up");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("morning: round-up of 20").contains("1 sent, 0 refused");
        assertThat(mailsTo("every@example.com")).hasSize(3);
        MimeMessage mail = mailsTo("weekly@example.com").get(0);
        assertThat(mail.getSubject()).startsWith("Das Beste der Woche: ");
        assertThat(Mailbox.part(mail, "text/plain")).contains("Das Beste der Woche", FIRST, SECOND, THIRD);
        assertThat(Mailbox.part(mail, "text/html"))
                .contains("Das Beste der Woche", FIRST, SECOND, THIRD)
                .containsPattern("https://news.example.org/archive/morning/20\\d\\d-W\\d\\d\"")
                .contains("https://news.example.org/u/", "https://news.example.org/p/");
        assertThat(Mailbox.header(mail, "List-Id")).contains("<morning.example.org>");
        assertThat(Mailbox.header(mail, "List-Unsubscribe")).contains("<https://news.example.org/");
    }

    @Test
    void secondSendOfARoundUpSendsNothingTwice() {
        weekly("weekly@example.com");
        threeEditions();
        broadsheet.run("send", "--round-up");
        int mails = mailbox.mails().size();

        Result again = broadsheet.run("send", "--round-up");

        assertThat(again.status()).as(again.all()).isZero();
        assertThat(again.out()).contains("is made");
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(mailbox.mails()).hasSize(mails);
        assertThat(mailsTo("weekly@example.com")).hasSize(1);
    }

    @Test
    void aRoundUpThatWasInterruptedIsDeliveredByTheNextSendOfEitherKind() {
        weekly("weekly@example.com");
        threeEditions();
        mailbox.close();
        assertThat(broadsheet.run("send", "--round-up").status()).isEqualTo(1);
        mailbox = Mailbox.open();
        broadsheet.installation(mailbox.port());

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mailbox.recipients()).containsExactly("weekly@example.com");
    }

    @Test
    void dryRunTellsHowManyWouldGetItAndKeepsNothing() {
        weekly("weekly@example.com");
        threeEditions();
        int editions = broadsheet.rows("edition");

        Result result = broadsheet.run("send", "--round-up", "--dry-run");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("would send 3 stories to 1 weekly reader: \"Das Beste der Woche: ");
        assertThat(broadsheet.rows("edition")).isEqualTo(editions);
        assertThat(broadsheet
                        .run("send", "--dry-run", "--at", broadsheet.ago(Duration.ofDays(9)))
                        .out())
                .doesNotContain("to 2 subscribers");
    }

    @Test
    void aWeekWithoutEditionsMakesNoMail() {
        weekly("weekly@example.com");

        Result result = broadsheet.run("send", "--round-up");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("morning: no edition told anything this week, so no round-up");
        assertThat(mailbox.mails()).isEmpty();
        assertThat(broadsheet.rows("edition")).isZero();
    }

    @Test
    void whereNobodyChoseItNoneIsMade() {
        threeEditions();

        Result result = broadsheet.run("send", "--round-up");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("morning: no reader chose one mail a week, so no round-up");
        assertThat(broadsheet.rows("edition")).isEqualTo(3);
    }

    @Test
    void previewShowsTheRoundUpOfTheLastSevenDaysWithoutReadingFeeds() {
        threeEditions();
        broadsheet.feed("feed.xml", broadsheet.article("Noch nicht erzählt", "/4", Duration.ofHours(1)));

        Result result = broadsheet.preview("--round-up");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("morning: 3 stories of the week");
        assertThat(broadsheet.written("morning.html")).contains("Das Beste der Woche", FIRST, SECOND, THIRD);
        assertThat(broadsheet.written("morning.txt")).contains(FIRST).doesNotContain("Noch nicht erzählt");
        assertThat(broadsheet.written("morning.json")).contains("\"sections\"");
        assertThat(broadsheet.rows("edition")).isEqualTo(3);
        assertThat(broadsheet.preview("--round-up", "--serve").status()).isEqualTo(2);
    }

    @Test
    void statusTellsOfRoundUpsAndWhenTheNextOneIsDue() {
        weekly("weekly@example.com");
        threeEditions();
        broadsheet.run("send", "--round-up");
        broadsheet.newsletter(
                "morning",
                "round-up: {day: friday, at: \"17:00\"}",
                List.of("every@example.com", "weekly@example.com"),
                "feed.xml");

        assertThat(broadsheet.run("status").out())
                .contains("2 subscribers; no schedule; 1 want one mail a week, next round-up due 20")
                .contains(" 17:00 UTC")
                .contains("  round-up  1 sent  Das Beste der Woche");
    }
}

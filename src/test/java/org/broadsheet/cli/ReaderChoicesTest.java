package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers chose for themselves, and get. */
class ReaderChoicesTest {
    private static final String SPORT = "Der Verein steigt auf";
    private static final String CULTURE = "Museum zeigt frühe Landkarten";

    /** The commands read the machine's clock. */
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

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
                .feed("sport.xml", broadsheet.article(SPORT, "/1", Duration.ofHours(3)))
                .feed("kultur.xml", broadsheet.article(CULTURE, "/2", Duration.ofHours(2)))
                .write("newsletters/morning.yml", """
                        title: Der Morgen
                        language: de
                        schedule: {at: "%s", days: daily, time-zone: UTC}
                        feeds: [{url: sport.xml, topic: sport}, {url: kultur.xml, topic: kultur}]
                        topics: [{id: sport, title: Sport}, {id: kultur, title: Kultur}]
                        subscribers: [anna@example.com, bert@example.com, cleo@example.com]
                        """.formatted(TIME.format(now.minusHours(1))))
                .run("send", "--dry-run");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    private void choose(String reader, String assignment) {
        broadsheet.change("update subscription set " + assignment
                + " where subscriber_id = (select id from subscriber where email = '" + reader + "@example.com')");
    }

    private MimeMessage mailOf(String reader) {
        return mailbox.mails().stream()
                .filter(mail -> Mailbox.header(mail, "To").contains(reader))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachReaderGetsTheChosenTopicsInTheChosenLanguage() {
        choose("anna", "topics = 'sport'");
        choose("bert", "language = 'en'");

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(Mailbox.part(mailOf("anna"), "text/plain"))
                .contains(SPORT, "Abmelden")
                .doesNotContain(CULTURE);
        assertThat(Mailbox.part(mailOf("anna"), "text/html")).contains(SPORT).doesNotContain(CULTURE);
        assertThat(Mailbox.part(mailOf("bert"), "text/plain")).contains(SPORT, CULTURE, "Unsubscribe");
        assertThat(Mailbox.header(mailOf("bert"), "Content-Language")).isEqualTo("en");
        assertThat(Mailbox.part(mailOf("cleo"), "text/plain")).contains(SPORT, CULTURE, "Abmelden");
        assertThat(Mailbox.header(mailOf("cleo"), "Content-Language")).isEqualTo("de");
    }

    @Test
    void whoeverChoseTopicsThatAreNotInTheEditionGetsNoMail() {
        choose("anna", "topics = 'wetter'");

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mailbox.recipients()).containsExactly("bert@example.com", "cleo@example.com");
    }

    @Test
    void aMailThatWaitsForItsReadersHourIsNoFailure() {
        int later = now.plusHours(11).get(ChronoField.MINUTE_OF_DAY);
        choose("anna", "time_zone = 'UTC', deliver_at = " + later);

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("1 more go out at the hour that their readers chose");
        assertThat(mailbox.recipients()).containsExactly("bert@example.com", "cleo@example.com");
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(mailbox.mails()).hasSize(2);
    }
}

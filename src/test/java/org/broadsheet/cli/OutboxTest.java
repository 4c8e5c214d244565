package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that gets the mails instead of a mail server. */
class OutboxTest {
    private CommandLineHarness broadsheet;

    @BeforeEach
    void stage(@TempDir Path directory) {
        broadsheet = new CommandLineHarness(directory);
        broadsheet.installation(CommandLineHarness.freePort(), ", outbox: ../outbox");
        broadsheet.feed("a.xml", broadsheet.article("Hafen eröffnet", "/hafen", Duration.ofHours(2)));
        broadsheet.newsletter("morning", CommandLineHarness.readers(), "a.xml");
    }

    private List<String> mails(String folder) throws IOException {
        List<String> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(broadsheet.root.resolve("outbox").resolve(folder))) {
            for (Path file : files.toList()) {
                mails.add(Files.readString(file));
            }
        }
        return mails;
    }

    @Test
    void getsEveryMailOnceWithItsEnvelope() throws Exception {
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(mails("new")).hasSize(3).allMatch(mail -> mail.startsWith("Return-Path: <news@example.org>\r\n"));
        for (String reader : CommandLineHarness.readers()) {
            assertThat(mails("new"))
                    .filteredOn(mail -> mail.contains("\r\nDelivered-To: " + reader + "\r\n"))
                    .hasSize(1)
                    .allMatch(mail -> mail.contains("\r\nTo: " + reader + "\r\n"));
        }
        assertThat(mails("tmp")).isEmpty();
    }

    @Test
    void getsATestMail() throws Exception {
        Result result = broadsheet.preview("--to", "me@example.com");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mails("new")).singleElement().asString().contains("\r\nDelivered-To: me@example.com\r\n");
    }

    @Test
    void isCheckedAndNotMade() {
        Result result = broadsheet.run("check");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("ok     outbox ");
        assertThat(broadsheet.root.resolve("outbox")).doesNotExist();
    }

    @Test
    void thatIsAFileIsReportedAndNothingIsLost() throws Exception {
        Path file = Files.createFile(broadsheet.root.resolve("outbox"));
        assertThat(broadsheet.run("check").err()).contains("outbox", "smtp.outbox");
        Result failed = broadsheet.run("send");
        assertThat(failed.status()).isEqualTo(Main.FAILED);
        assertThat(failed.err()).contains("smtp.outbox");
        Files.delete(file);
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(mails("new")).hasSize(3);
    }
}

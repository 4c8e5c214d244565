package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed's own words can do to a mail and to a terminal: nothing. */
class HostileTextsTest {
    private static final String HEADERS = "Hafen&#13;&#10;Bcc: eve@example.net&#10;&#10;X-Evil: 1&#27;[31m";

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
    }

    @Test
    void titleWithHeadersInItBecomesNoHeader() {
        broadsheet
                .feed("feed.xml", broadsheet.article(HEADERS, "/1", Duration.ofHours(1)))
                .newsletter("morning", List.of(), "feed.xml");

        Result result = broadsheet.preview();

        assertThat(result.status()).as(result.all()).isZero();
        String mail = broadsheet.written("morning.eml");
        String header = mail.substring(0, mail.indexOf("\r\n\r\n"));
        assertThat(header.lines()).noneMatch(line -> line.matches("(?i)(bcc|x-evil):.*"));
        assertThat(header).contains("Subject: ").contains("MIME-Version: ");
        assertThat(broadsheet.written("morning.txt")).contains("Hafen");
    }

    @Test
    void problemOfAFeedIsOneLineWithoutColours() {
        broadsheet
                .write("newsletters/bad.json", "{\"title\": \"\u001b[31m\r\nERROR all is lost\"")
                .feed("feed.xml", broadsheet.article("Eins", "/1", Duration.ofHours(1)))
                .newsletter("morning", List.of(), "feed.xml", "bad.json");

        Result result = broadsheet.preview();

        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("bad.json: ")
                .matches("\\P{Cc}+");
        assertThat(result.all()).doesNotContain("\u001b");
    }
}

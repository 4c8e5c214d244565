package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletters;
import org.broadsheet.feed.FeedSamples;
import org.broadsheet.mail.SampleMailServer;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service makes of an outage at the hour of the edition. */
class EditionRunsTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final SampleMailServer mailServer = SampleMailServer.start();
    private App app;
    private EditionRuns runs;
    private Instant due;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("newsletters"));
        Files.writeString(folder.resolve("broadsheet.yml"), """
                publisher: {name: P, address: "Weg 1, 10115 Berlin", from: news@example.org}
                smtp: {host: 127.0.0.1, port: %d, security: none}
                """.formatted(mailServer.smtpPort()));
        Files.writeString(folder.resolve("newsletters/morning.yml"), """
                title: Der Morgen
                language: de
                schedule: {at: "07:00", time-zone: Europe/Berlin, grace: 1h}
                feeds: [../feed.xml]
                subscribers: [anna@example.org]
                """);
        Loading loading = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(folder);
        Configuration configuration = ((Loading.Loaded) loading).configuration();
        app = new App(new Layout(folder, Path.of("templates")), configuration, clock);
        runs = new EditionRuns(app, configuration, clock);
        due = clock.instant();
    }

    @AfterEach
    void close() {
        app.close();
        mailServer.close();
    }

    @Test
    void makesTheEditionWhenTheFeedsAreBackWithinTheGrace() throws Exception {
        runs.run("morning", due);
        assertThat(app.editions().newest("morning", 1)).isEmpty();

        publish();
        runs.goOn();
        assertThat(app.editions().newest("morning", 1)).isEmpty();

        clock.advance(Duration.ofMinutes(6));
        runs.goOn();
        runs.goOn();

        assertThat(app.editions().newest("morning", 9))
                .singleElement()
                .satisfies(edition -> assertThat(edition.scheduledFor()).isEqualTo(due));
        assertThat(mailServer.read(List.of("anna@example.org"))).hasSize(1);
    }

    @Test
    void givesUpWhenTheGraceIsOver() {
        clock.advance(Duration.ofMinutes(58));

        assertThatThrownBy(() -> runs.run("morning", due))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no feed could be read");
    }

    private void publish() throws IOException {
        byte[] feed = FeedSamples.rss(FeedSamples.item("Eins", "/1", "Mon, 23 Nov 2026 05:00:00 GMT", ""));
        Files.writeString(folder.resolve("feed.xml"), new String(feed, StandardCharsets.UTF_8));
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.broadsheet.feed.FeedSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full text, from the configuration to the edition. */
class FullTextTest {
    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private CommandLineHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new CommandLineHarness(folder);
        String page = Files.readString(Path.of("src/test/resources/pages/namenlose-kaesten.html"));
        String link = "https://kuestenblatt.example";
        String feed = new String(
                        FeedSamples.rss(harness.article("Neue Kaimauer", "/kaimauer", Duration.ofHours(1))),
                        StandardCharsets.UTF_8)
                .replaceAll("<description>.*?</description>", "");
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getUrl().encodedPath()) {
                    case "/feed.xml" -> body(feed.replace(link, "http://localhost:" + server.getPort()));
                    case "/kaimauer" -> body(page);
                    default -> new MockResponse.Builder().code(404).build();
                };
            }
        });
        server.start();
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(text).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatThePageTellsWhereTheFeedIsSilent() {
        preview("true");

        assertThat(harness.written("morning.json"))
                .contains("Der Neubau der Kaimauer kostet statt 40 nun 62 Millionen Euro.");
    }

    @Test
    void fetchesNoPageOfAFeedThatDoesNotAskForIt() {
        preview("false");

        assertThat(harness.written("morning.json")).contains("Neue Kaimauer").doesNotContain("62 Millionen");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void preview(String fullText) {
        harness.write("newsletters/morning.yml", """
                title: Der Morgen
                language: de
                feeds: [{url: "http://localhost:%d/feed.xml", full-text: %s}]
                subscribers: [anna@example.com]
                """.formatted(server.getPort(), fullText));
        CommandLineHarness.Result result = harness.preview();
        assertThat(result.status()).as(result.all()).isZero();
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeedsTextCommandTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsTheTextOfASavedPage() throws IOException {
        assertThat(run(PAGES.resolve("raster.html").toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(PAGES.resolve("raster.txt")));
    }

    @Test
    void showsTheTextOfAnAddress() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.enqueue(new MockResponse.Builder()
                    .body(Files.readString(PAGES.resolve("metered.html")))
                    .build());

            assertThat(run("http://localhost:" + server.getPort() + "/a")).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(PAGES.resolve("metered.txt")));
    }

    @Test
    void saysInOneLineThatThereIsNoArticle() {
        assertThat(run(PAGES.resolve("none/not-found.html").toString())).isOne();

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no article found");
        assertThat(out.size()).isZero();
    }

    private int run(String page) {
        CommandLineHarness harness = new CommandLineHarness(folder);
        Options options = new Options(CommandLineHarness.HOME, Map.of());
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new CommandLine(new FeedsTextCommand(options, terminal))
                .execute("--config", harness.config.toString(), page);
    }
}

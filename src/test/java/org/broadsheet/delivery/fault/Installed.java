package org.broadsheet.delivery.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.cli.Main;
import org.broadsheet.feed.FeedSamples;

/** An installation in a folder, whose commands run in processes of their own. */
final class Installed {
    private final Path folder;
    private final Instant at = Instant.now();

    /** One newsletter with one article, for that mail server. */
    Installed(Path folder, int port, int connections) throws IOException {
        this.folder = folder;
        write("config/broadsheet.yml", """
                publisher: {name: Broadsheet, address: Musterstraße 1, from: Broadsheet <news@example.org>}
                web: {url: "https://news.example.org"}
                smtp: {host: 127.0.0.1, port: %d, security: none, connections: %d, timeout: 1s}
                database: {url: "jdbc:sqlite:../data/test.db"}
                retry: {first: 1s, longest: 1s}
                """.formatted(port, connections));
        write("config/newsletters/morning.yml", "title: Der Morgen\nlanguage: de\nfeeds: [a.xml]\n");
        String earlier = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                at.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC));
        String item = FeedSamples.item("Hafen", "/hafen", earlier, "<description>Mehr dazu</description>");
        write("config/newsletters/a.xml", new String(FeedSamples.rss(item), UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String address(int number) {
        return "reader" + number + "@example.com";
    }

    void subscribe(int readers) throws IOException, InterruptedException {
        String rows = IntStream.range(0, readers).mapToObj(Installed::address).collect(Collectors.joining("\n"));
        write("readers.csv", "email\n" + rows + "\n");
        String csv = folder.resolve("readers.csv").toString();
        assertThat(status(start("subscribers", "import", csv, "--newsletter", "morning")))
                .as(log())
                .isZero();
    }

    /** Begins to send; whenever it is called, it is about the same edition. */
    Process send() throws IOException {
        return start("send", "--at", at.toString());
    }

    private Process start(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // These live for seconds; starting is most of their work.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dbroadsheet.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        all.addAll(List.of(command));
        all.addAll(List.of("--config", folder.resolve("config").toString()));
        File log = folder.resolve("log").toFile();
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Waits for the end of a process. */
    static int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the process ends").isTrue();
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** How many deliveries the ledger has in a state. */
    long deliveries(String state) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/test.db"));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from delivery where state = '" + state + "'")) {
            return rows.getLong(1);
        }
    }
}

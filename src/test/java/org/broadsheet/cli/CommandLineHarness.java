package org.broadsheet.cli;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedSamples;

/** An installation in a folder of its own, and its commands, run as from a shell. */
final class CommandLineHarness {
    /** The folder of the program, which holds {@code templates/}. */
    static final Path HOME = Path.of("").toAbsolutePath();

    private static final List<String> READERS = List.of("anna@example.com", "bert@example.com", "cleo@example.com");

    final Path root;
    final Path config;
    final Path out;
    private final Map<String, String> environment = new HashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private boolean interactive;

    /** A sound installation without newsletters, whose mail server is not there. */
    CommandLineHarness(Path root) {
        this.root = root;
        this.config = root.resolve("config");
        this.out = root.resolve("out");
        installation(freePort());
    }

    /** What a command came to. */
    record Result(int status, String out, String err) {
        List<String> errors() {
            return err.lines().toList();
        }

        String all() {
            return out + err;
        }
    }

    /** The three readers that tests send to. */
    static List<String> readers() {
        return READERS;
    }

    /** A port of this machine where nobody listens. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommandLineHarness installation(int smtpPort) {
        return installation(smtpPort, "");
    }

    /** The installation with that mail server, and more keys of {@code smtp}, such as {@code ", username: a"}. */
    CommandLineHarness installation(int smtpPort, String moreOfSmtp) {
        return write("broadsheet.yml", """
                publisher:
                  name: Broadsheet
                  address: Musterstraße 1, 10115 Berlin
                  from: Broadsheet <news@example.org>
                web: {url: "https://news.example.org", listen: "127.0.0.1:0"}
                smtp: {host: 127.0.0.1, port: %d, security: none, connections: 2, timeout: 5s%s}
                database: {url: "jdbc:sqlite:../data/test.db"}
                fetch: {allow-hosts: [127.0.0.1, localhost], timeout: 1s, max-size: 20KB}
                retry: {first: 1s, longest: 1s}
                """.formatted(smtpPort, moreOfSmtp));
    }

    /** Adds lines to the installation that was written last. */
    CommandLineHarness moreOfInstallation(String lines) {
        try {
            Files.writeString(config.resolve("broadsheet.yml"), lines + "\n", StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A newsletter in German without a schedule, so that it is due once a day. */
    CommandLineHarness newsletter(String id, List<String> subscribers, String... feeds) {
        return newsletter(id, "", subscribers, feeds);
    }

    /** A newsletter in German with more keys. */
    CommandLineHarness newsletter(String id, String more, List<String> subscribers, String... feeds) {
        return write("newsletters/" + id + ".yml", """
                title: Der Morgen
                language: de
                feeds: [%s]
                subscribers: [%s]
                %s
                """.formatted(
                        quoted(Stream.of(feeds)), quoted(subscribers.stream()), more));
    }

    private static String quoted(Stream<String> values) {
        return values.map(value -> '"' + value + '"').collect(Collectors.joining(", "));
    }

    /** A feed beside the newsletters, of some articles. */
    CommandLineHarness feed(String name, String... items) {
        return write("newsletters/" + name, FeedSamples.rss(items));
    }

    /** An item of a feed, published that long before this test. */
    String article(String title, String path, Duration age) {
        return FeedSamples.item(title, path, date(age), "<description>Mehr dazu: " + title + "</description>");
    }

    private String date(Duration age) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.minus(age).atOffset(ZoneOffset.UTC));
    }

    /** When this test began, less some time, as {@code --at} takes it. */
    String ago(Duration age) {
        return now.minus(age).toString();
    }

    CommandLineHarness write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    CommandLineHarness write(String name, byte[] bytes) {
        try {
            Path file = config.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommandLineHarness environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** From now on, somebody watches. */
    CommandLineHarness interactive() {
        interactive = true;
        return this;
    }

    /** Runs a command on this installation. */
    Result run(String... args) {
        return runBare(Stream.concat(Stream.of(args), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
    }

    /** Runs exactly this command line. */
    Result runBare(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream systemErr = System.err;
        int status;
        try (PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            // The log goes there, and an admin sees it between the messages.
            System.setErr(toErr);
            LogConfigurator.show(Level.WARN);
            status = Main.run(HOME, environment, new Terminal(toOut, toErr, interactive), args);
        } finally {
            System.setErr(systemErr);
        }
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Writes the previews to {@link #out}. */
    Result preview(String... args) {
        return run(Stream.concat(Stream.of("preview", "--out", out.toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    /** A file that a preview wrote. */
    String written(String name) {
        try {
            return Files.readString(out.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows a table has. */
    int rows(String table) {
        return Integer.parseInt(value("select count(*) from " + table));
    }

    /** What a query finds first. */
    String value(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/test.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what is stored, as a crash would leave it. */
    void change(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/test.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Installation.Database;
import org.broadsheet.config.Installation.Fetch;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Installation.Retry;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Installation.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key of the installation means that is left out, and that every key reaches its record. */
class InstallationDefaultsTest {
    private static final String HASH = "pbkdf2-sha256:600000:" + "s".repeat(22) + ":" + "k".repeat(43);

    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void soundFolder() {
        folder = new Folder(directory);
    }

    @Test
    void fillsInTheInstallationFromThePublisherAlone() {
        Path database = directory.resolve("data/broadsheet.db").toAbsolutePath();
        assertThat(folder.loaded().installation())
                .isEqualTo(new Installation(
                        new Publisher(
                                "Broadsheet",
                                "Musterstraße 1, 10115 Berlin",
                                new Mailbox(Optional.of("Broadsheet"), new EmailAddress("news@example.org")),
                                Optional.empty()),
                        new Web(
                                URI.create("http://localhost:8080"),
                                new ListenAddress("127.0.0.1", 8080),
                                false,
                                List.of(Network.parse("127.0.0.1"), Network.parse("::1")),
                                false,
                                new Secret(""),
                                Optional.empty(),
                                Optional.empty()),
                        new Smtp(
                                "127.0.0.1",
                                Optional.empty(),
                                Security.STARTTLS,
                                Optional.empty(),
                                Optional.empty(),
                                8,
                                Duration.ofSeconds(30),
                                Optional.empty()),
                        Optional.empty(),
                        new Database(new DatabaseUrl("jdbc:sqlite:" + database), Optional.empty(), Optional.empty()),
                        new Fetch(
                                "Broadsheet/0.1 (newsletter digest; +https://example.org)",
                                Duration.ofSeconds(20),
                                new DataSize(10_000_000),
                                16,
                                List.of()),
                        new Retry(Duration.ofMinutes(5), Duration.ofHours(4), Duration.ofHours(24)),
                        Pace.unlimited(),
                        Bounces.byDefault(),
                        Optional.empty()));
    }

    @Test
    void readsEveryKeyOfTheInstallation() {
        folder.installation("""
                publisher:
                  name: Verlag
                  address: Weg 2
                  from: '"Verlag, Nachrichten" <news@münchen.de>'
                  reply-to: editors@example.org
                web:
                  url: "https://news.example.org/"
                  listen: "[::1]:0"
                  indexed: true
                  secret: 0123
                  proxies: [10.0.0.0/8]
                  keep-ip: true
                  admin: {username: chief, password-hash: "%s", email: chief@example.org}
                  metrics: "127.0.0.1:9464"
                smtp:
                  host: mail.example.org
                  port: "587"
                  security: TLS
                  username: anna
                  password: "s: #"
                  connections: 64
                  timeout: 2m
                database: {url: "jdbc:postgresql://db/news", username: news, password: p}
                fetch: {user-agent: Ich, timeout: 1h, max-size: 500 kb, parallel: 1, allow-hosts: [intranet]}
                retry: {first: 1s, longest: 2h, expires: 7d}
                bounces:
                  address: bounce@news.example.org
                  inbox: {host: imap.example.org, username: anna, password: p, done: Done, every: 1m}
                  soft-limit: 3
                  within: 7d
                report: {to: [chief@example.org], day: fri, at: "06:30", time-zone: Europe/Vienna, language: de}
                """.formatted(HASH));
        assertThat(folder.loaded().installation())
                .isEqualTo(new Installation(
                        new Publisher(
                                "Verlag",
                                "Weg 2",
                                new Mailbox(Optional.of("Verlag, Nachrichten"), new EmailAddress("news@münchen.de")),
                                Optional.of(new EmailAddress("editors@example.org"))),
                        new Web(
                                URI.create("https://news.example.org"),
                                new ListenAddress("[::1]", 0),
                                true,
                                List.of(Network.parse("10.0.0.0/8")),
                                true,
                                new Secret("0123"),
                                Optional.of(new AdminAccess(
                                        "chief",
                                        PasswordHash.parse(HASH),
                                        Optional.of(new EmailAddress("chief@example.org")))),
                                Optional.of(new ListenAddress("127.0.0.1", 9464))),
                        new Smtp(
                                "mail.example.org",
                                Optional.of(587),
                                Security.TLS,
                                Optional.of("anna"),
                                Optional.of(new Secret("s: #")),
                                64,
                                Duration.ofMinutes(2),
                                Optional.empty()),
                        Optional.empty(),
                        new Database(
                                new DatabaseUrl("jdbc:postgresql://db/news"),
                                Optional.of("news"),
                                Optional.of(new Secret("p"))),
                        new Fetch("Ich", Duration.ofHours(1), new DataSize(500_000), 1, List.of("intranet")),
                        new Retry(Duration.ofSeconds(1), Duration.ofHours(2), Duration.ofDays(7)),
                        Pace.unlimited(),
                        new Bounces(
                                Optional.of(new EmailAddress("bounce@news.example.org")),
                                Optional.of(new Bounces.Inbox(
                                        "imap.example.org",
                                        Optional.empty(),
                                        Security.TLS,
                                        "anna",
                                        new Secret("p"),
                                        "INBOX",
                                        Optional.of("Done"),
                                        Duration.ofMinutes(1),
                                        Duration.ofSeconds(30))),
                                3,
                                Duration.ofDays(7)),
                        Optional.of(new WeeklyReport(
                                List.of(new EmailAddress("chief@example.org")),
                                Days.parse("fri"),
                                LocalTime.of(6, 30),
                                ZoneId.of("Europe/Vienna"),
                                Locale.GERMAN))));
    }

    @Test
    void takesTheUsualPortOfTheSecurity() {
        assertThat(smtp("security: starttls").effectivePort()).isEqualTo(587);
        assertThat(smtp("security: tls").effectivePort()).isEqualTo(465);
        assertThat(smtp("security: none").effectivePort()).isEqualTo(25);
        assertThat(smtp("port: 2525").effectivePort()).isEqualTo(2525);
    }

    private Smtp smtp(String line) {
        return folder.installation(Folder.INSTALLATION + "smtp: {" + line + "}\n")
                .loaded()
                .installation()
                .smtp();
    }
}

package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedSamples;
import org.broadsheet.mail.SampleMailServer;
import org.broadsheet.testing.HeardLog;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the service makes round-ups, and that it makes each once. */
class RoundUpRunsTest {
    private static final String EVERY = "every@example.org";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String WEEKLY = "weekly@example.org";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final SampleMailServer mailServer = SampleMailServer.start();
    private final List<App> apps = new ArrayList<>();
    private Configuration configuration;
    private App app;
    private EditionRuns runs;
    /** A Monday, seven in Berlin, as both the edition and the round-up want it. */
    private Instant due;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("newsletters"));
        Files.writeString(folder.resolve("broadsheet.yml"), """
                publisher: {name: P, address: "Weg 1, 10115 Berlin", from: news@example.org}
                database: {url: "jdbc:sqlite:test.db"}
                smtp: {host: 127.0.0.1, port: %d, security: none}
                """.formatted(mailServer.smtpPort()));
        newsletter("round-up: {day: monday}");
        byte[] feed = FeedSamples.rss(FeedSamples.item("Eins", "/1", "Mon, 23 Nov 2026 05:00:00 GMT", ""));
        Files.writeString(folder.resolve("feed.xml"), new String(feed, StandardCharsets.UTF_8));
        configuration = load();
        app = newApp();
        runs = new EditionRuns(app, configuration, clock);
        due = clock.instant();
        app.keepInStep();
    }

    private void newsletter(String roundUp) throws IOException {
        Files.writeString(folder.resolve("newsletters/morning.yml"), """
                title: Der Morgen
                language: de
                schedule: {at: "07:00", time-zone: Europe/Berlin, grace: 1h}
                %s
                feeds: [../feed.xml]
                subscribers: [%s, %s]
                """.formatted(roundUp, EVERY, WEEKLY));
    }

    private Configuration load() {
        return ((Loading.Loaded) new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(folder)).configuration();
    }

    private App newApp() {
        App some = new App(new Layout(folder, Path.of("templates")), configuration, clock);
        apps.add(some);
        return some;
    }

    @AfterEach
    void close() {
        apps.forEach(App::close);
        mailServer.close();
    }

    private void chooseWeekly() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update subscription set frequency = 'weekly' where subscriber_id ="
                    + " (select id from subscriber where email = '" + WEEKLY + "')");
        }
    }

    private int mails(String address) {
        return mailServer.read(List.of(address)).size();
    }

    @Test
    void tellsWhatTheEditionOfTheSameTimeTellsWhicheverComesFirst() throws Exception {
        chooseWeekly();

        runs.runRoundUp("morning", due);
        runs.run("morning", due);

        assertThat(app.editions().newest("morning", 9)).hasSize(2).satisfies(both -> {
            assertThat(both.get(0).week()).isPresent();
            assertThat(both.get(0).rendered().plain()).contains("Eins");
            assertThat(both.get(1).week()).isEmpty();
        });
        assertThat(mails(EVERY)).isOne();
        assertThat(mails(WEEKLY)).isOne();
    }

    @Test
    void changesNothingWhenItRunsAgain() throws Exception {
        chooseWeekly();
        runs.run("morning", due);
        runs.runRoundUp("morning", due);

        clock.advance(Duration.ofHours(3));
        runs.runRoundUp("morning", due);
        new EditionRuns(app, configuration, clock).runRoundUp("morning", due);

        assertThat(app.editions().newest("morning", 9)).hasSize(2);
        assertThat(mails(WEEKLY)).isOne();
    }

    @Test
    void twoProcessesAtOnceMakeOneRoundUpAndSendItOnce() throws Exception {
        chooseWeekly();
        runs.run("morning", due);
        EditionRuns other = new EditionRuns(newApp(), configuration, clock);

        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> both = List.of(roundUp(runs), roundUp(other));
            for (Future<Void> done : threads.invokeAll(both)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(app.editions().newest("morning", 9).stream()
                        .filter(some -> some.week().isPresent()))
                .hasSize(1);
        assertThat(mails(WEEKLY)).isOne();
        assertThat(mails(EVERY)).isOne();
    }

    private Callable<Void> roundUp(EditionRuns some) {
        return () -> {
            some.runRoundUp("morning", due);
            return null;
        };
    }

    @Test
    void goesOnWithoutTheEditionOfTheSameTimeThatFails() throws Exception {
        chooseWeekly();
        runs.run("morning", due);
        Files.delete(folder.resolve("feed.xml"));
        clock.advance(Duration.ofDays(1));

        runs.runRoundUp("morning", due.plus(Duration.ofDays(1)));

        assertThat(app.editions().newest("morning", 1))
                .extracting(StoredEdition::week)
                .allSatisfy(week -> assertThat(week).isPresent());
        assertThat(mails(WEEKLY)).isOne();
    }

    @Test
    void makesNoneWhereNobodyWantsItOrNothingWasTold() throws Exception {
        runs.run("morning", due);
        try (HeardLog log = new HeardLog(EditionRuns.class)) {
            runs.runRoundUp("morning", due.plus(Duration.ofHours(1)));
            assertThat(log.until("no reader wants one mail a week", SOON))
                    .last()
                    .asString()
                    .contains("no reader wants one mail a week");
        }
        chooseWeekly();
        clock.advance(Duration.ofDays(20));
        try (HeardLog log = new HeardLog(EditionRuns.class)) {
            runs.runRoundUp("morning", due.plus(Duration.ofDays(20)).plus(Duration.ofHours(1)));
            assertThat(log.until("no edition told anything this week", SOON))
                    .last()
                    .asString()
                    .contains("no edition told anything this week");
        }
        assertThat(app.editions().newest("morning", 9)).hasSize(1);
        assertThat(mails(WEEKLY)).isOne();
    }

    @Test
    void catchesUpWhatWasMissedWithinTwoDaysOnceThereWasARoundUp() throws Exception {
        clock.advance(Duration.ofHours(47));
        assertThat(isCaughtUp(true, Duration.ofSeconds(5))).isTrue();
        assertThat(isCaughtUp(false, Duration.ofMillis(300))).isFalse();
        clock.advance(Duration.ofHours(2));
        assertThat(isCaughtUp(true, Duration.ofMillis(300))).isFalse();
    }

    /** Whether Monday's round-up runs when the schedule starts. */
    private boolean isCaughtUp(boolean everRun, Duration patience) throws InterruptedException {
        BlockingQueue<String> fired = new LinkedBlockingQueue<>();
        try (RoundUpRuns schedule = new RoundUpRuns((id, time) -> fired.add(id + " " + time), clock)) {
            schedule.start(configuration.newsletters(), id -> everRun);
            String next = fired.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            // Quartz goes by the machine's clock, to which other due times may have passed too.
            while (next != null && !next.equals("morning " + due)) {
                next = fired.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return next != null;
        }
    }

    @Test
    void isDueByTheClockOnTheWallAlsoWhenThatJumps() throws IOException {
        newsletter("round-up: {day: sunday, at: \"02:30\"}");
        Newsletter newsletter = load().newsletter("morning").orElseThrow();

        assertThat(next(newsletter, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(next(newsletter, "2026-03-29T12:00:00Z")).isEqualTo("2026-04-05T00:30:00Z");
        assertThat(next(newsletter, "2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next(newsletter, "2026-10-25T00:30:00Z")).isEqualTo("2026-11-01T01:30:00Z");
    }

    private static String next(Newsletter newsletter, String after) {
        return DueTimes.nextRoundUp(newsletter, Instant.parse(after))
                .orElseThrow()
                .toString();
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.broadsheet.app.Layout;
import org.broadsheet.app.Server;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletters;
import org.broadsheet.testing.HeardLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, with a newsletter that is due every second. */
class ServeTest {
    private static final String EVERY_SECOND = "schedule: {cron: \"* * * * * ?\", time-zone: Europe/Berlin}";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** The service looks after open deliveries four times a minute. */
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(25);

    private static final String FOOTER = "templates/fragments/footer.html";

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;
    private Mailbox mailbox;
    private @Nullable Server server;
    private @Nullable FutureTask<Boolean> running;

    @BeforeEach
    void prepare() {
        mailbox = Mailbox.open();
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .installation(mailbox.port())
                .feed("feed.xml", broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(30)))
                .newsletter("morning", EVERY_SECOND, List.of("anna@example.com"), "feed.xml");
    }

    @AfterEach
    void cleanUp() throws Exception {
        stop();
        mailbox.close();
    }

    private void serve() {
        ConfigLoader loader = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX);
        Layout layout = new Layout(broadsheet.config, CommandLineHarness.HOME.resolve("templates"));
        Configuration configuration = ((Loading.Loaded) loader.load(broadsheet.config)).configuration();
        Server started = new Server(layout, loader, Clock.systemUTC());
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            started.run(configuration);
            return true;
        });
        new Thread(task, "serve").start();
        server = started;
        running = task;
    }

    /** Fails when the service does not end in time. */
    private void stop() throws Exception {
        if (server != null && running != null) {
            server.stop();
            assertThat(running.get(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        server = null;
    }

    /** An edition of something new, to see that the service goes on. */
    private void publishNews(int number) {
        broadsheet.feed("feed.xml", broadsheet.article(NEWS.get(number), "/news/" + number, Duration.ofMinutes(5)));
    }

    /** Each of another event. */
    private static final List<String> NEWS = List.of(
            "",
            "Neue Kaimauern für den Hafen",
            "Chor sucht tiefe Stimmen",
            "Sturm knickt die alte Linde",
            "Bäcker backt wieder nachts",
            "Schach: Elfjährige besiegt Meister",
            "Brücke bekommt frische Farbe",
            "Wolf bei Eschfelde gesichtet",
            "Kino zeigt Stummfilme mit Orgel",
            "Radweg endet im Acker");

    @Test
    void editionGoesOutOnceWhenItIsDueAndNewsWhenTheyCome() throws Exception {
        serve();
        assertThat(mailbox.waitFor(1, SOON)).isTrue();
        publishNews(1);
        assertThat(mailbox.waitFor(2, SOON)).isTrue();
        stop();

        assertThat(mailbox.texts())
                .hasSize(2)
                .anyMatch(text -> text.contains("Museum"))
                .anyMatch(text -> text.contains("Kaimauern") && !text.contains("Museum"));
        assertThat(broadsheet.rows("edition")).isEqualTo(2);
    }

    @Test
    void newNewsletterIsInForceWithinSeconds() throws Exception {
        serve();
        assertThat(mailbox.waitFor(1, SOON)).isTrue();

        broadsheet.newsletter("evening", EVERY_SECOND, List.of("bert@example.com"), "feed.xml");

        assertThat(mailbox.waitFor(2, SOON)).isTrue();
        stop();
        assertThat(mailbox.recipients()).containsExactly("anna@example.com", "bert@example.com");
    }

    @Test
    void newSubscriberInTheYamlGetsTheNextEdition() throws Exception {
        serve();
        assertThat(mailbox.waitFor(1, SOON)).isTrue();

        broadsheet.newsletter("morning", EVERY_SECOND, List.of("cleo@example.com"), "feed.xml");
        // News may still come out under the old file, or be owed to anna when the new one takes her out.
        for (int i = 1; i < 10 && !mailbox.recipients().contains("cleo@example.com"); i++) {
            publishNews(i);
            mailbox.waitFor(i + 1, SOON.dividedBy(5));
        }
        stop();
        assertThat(mailbox.recipients()).containsOnlyOnce("cleo@example.com");
    }

    @Test
    void wrongYamlIsIgnoredUntilItIsRight() throws Exception {
        serve();
        assertThat(mailbox.waitFor(1, SOON)).isTrue();

        broadsheet.write("newsletters/evening.yml", "title: [");
        publishNews(1);
        assertThat(mailbox.waitFor(2, SOON)).isTrue();
        broadsheet.newsletter("evening", EVERY_SECOND, List.of("bert@example.com"), "feed.xml");

        assertThat(mailbox.waitFor(3, SOON)).isTrue();
        assertThat(mailbox.recipients()).containsExactly("anna@example.com", "anna@example.com", "bert@example.com");
    }

    @Test
    void brokenTemplateIsToldWithItsPlaceAndTheLastGoodOnesStayInForceUntilItIsMended() throws Exception {
        footer("Erster Fuß");
        serve();
        assertThat(mailbox.waitFor(1, SOON)).isTrue();

        try (HeardLog log = new HeardLog(Server.class)) {
            broadsheet.write(FOOTER, "<tr th:fragment=\"footer\">\n<td th:text=\"${digest.titel}\"></td></tr>");
            assertThat(log.until("the last good ones stay in force", SOON))
                    .anyMatch(line -> line.contains("footer.html:2:") && line.contains("there is no \"titel\""));
            publishNews(1);
            assertThat(mailbox.waitFor(2, SOON)).isTrue();

            footer("Zweiter Fuß");
            assertThat(log.until("are in force now", SOON)).hasSize(1);
            publishNews(2);
            assertThat(mailbox.waitFor(3, SOON)).isTrue();
        }
        stop();

        assertThat(mailbox.pages().stream().filter(page -> page.contains("Erster Fuß")))
                .hasSize(2);
        assertThat(mailbox.pages()).anyMatch(page -> page.contains("Zweiter Fuß"));
    }

    private void footer(String words) {
        broadsheet.write(FOOTER, "<tr th:fragment=\"footer\"><td>" + words + "</td></tr>");
    }

    @Test
    void doesNotStartWithABrokenTemplate() {
        broadsheet.write("templates/digest.txt", "[(${digest.titel})]");

        serve();

        assertThat(running).failsWithin(SOON).withThrowableThat().withMessageContaining("digest.txt:1:");
        server = null;
    }

    @Test
    void deliveriesArriveOnceTheMailServerIsBackWithoutARestart() throws Exception {
        int port = CommandLineHarness.freePort();
        broadsheet.installation(port).newsletter("morning", EVERY_SECOND, CommandLineHarness.readers(), "feed.xml");
        serve();
        awaitRows("delivery", 3);

        try (Mailbox late = Mailbox.open(port)) {
            assertThat(late.waitFor(3, LOOKS_AGAIN)).isTrue();
            stop();
            assertThat(late.recipients()).isEqualTo(CommandLineHarness.readers());
        }
    }

    @Test
    void editionThatWasLeftOpenIsDeliveredAtTheStart() {
        int port = mailbox.port();
        broadsheet.installation(CommandLineHarness.freePort()).run("send");
        broadsheet.installation(port);

        serve();

        assertThat(mailbox.waitFor(1, SOON)).isTrue();
    }

    private void awaitRows(String table, int rows) {
        long deadline = System.nanoTime() + SOON.toNanos();
        int found = 0;
        while (found < rows && System.nanoTime() < deadline) {
            found = rowsSoFar(table);
        }
        assertThat(found).isEqualTo(rows);
    }

    private int rowsSoFar(String table) {
        try {
            return broadsheet.rows(table);
        } catch (IllegalStateException notThereYet) {
            return 0;
        }
    }
}

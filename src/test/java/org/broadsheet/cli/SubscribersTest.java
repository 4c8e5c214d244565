package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.app.App;
import org.broadsheet.app.Layout;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets an edition, and who no more. */
class SubscribersTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;
    private Mailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = Mailbox.open();
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .installation(mailbox.port())
                .feed("feed.xml", broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(30)))
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    private Path csv(String text) throws Exception {
        return Files.write(folder.resolve("readers.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Result importCsv(Path file) {
        return broadsheet.run("subscribers", "import", file.toString(), "--newsletter", "morning");
    }

    @Test
    void importedReadersGetTheNextEdition() throws Exception {
        Result result = importCsv(csv("name,email\nDora,dora@example.com\nEmil,Emil@Example.com\n"));

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).startsWith("2 added, 0 already there");
        assertThat(broadsheet.run("send").status()).isZero();
        assertThat(mailbox.recipients()).hasSize(5).contains("dora@example.com");
    }

    @Test
    void badLinesAreNamedByFileAndLineAndTheGoodOnesImported() throws Exception {
        Path file = csv("email,name\ndora@example.com,Dora\nnot an address,Nobody\n,Empty\ndora@example.com,Dora\n");

        Result result = importCsv(file);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(3);
        assertThat(result.errors().get(0)).startsWith(file + ":3: ").contains("not an address");
        assertThat(result.errors().get(1)).startsWith(file + ":4: ");
        assertThat(result.errors().get(2)).startsWith(file + ":5: ").contains("dora@example.com");
        assertThat(result.out()).startsWith("1 added").contains("3 refused");
        broadsheet.run("send");
        assertThat(mailbox.recipients()).contains("dora@example.com");
    }

    @Test
    void importingTwiceAddsNobodyTwice() throws Exception {
        Path file = csv("email\ndora@example.com\n");
        importCsv(file);

        Result second = importCsv(file);

        assertThat(second.status()).isZero();
        assertThat(second.out()).startsWith("0 added, 1 already there");
    }

    @Test
    void fileThatIsNotThereIsOneLine() {
        Result result = importCsv(folder.resolve("nowhere.csv"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().endsWith("nowhere.csv: there is no such file");
    }

    @Test
    void fileWithoutAColumnOfAddressesIsOneLine() throws Exception {
        Result result = importCsv(csv("name;phone\nDora;1\n"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("readers.csv:1: ")
                .contains("email");
    }

    @Test
    void importNeedsAFileANewsletterAndOneThatIsThere() throws Exception {
        String file = csv("email\ndora@example.com\n").toString();

        assertThat(broadsheet.run("subscribers").status()).isEqualTo(2);
        assertThat(broadsheet
                        .run("subscribers", "import", "--newsletter", "morning")
                        .status())
                .isEqualTo(2);
        assertThat(broadsheet.run("subscribers", "import", file).status()).isEqualTo(2);
        Result unknown = broadsheet.run("subscribers", "import", file, "--newsletter", "midnight");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no newsletter \"midnight\"; there are: morning");
    }

    @Test
    void addressThatLeftTheYamlGetsNothingMore() {
        broadsheet.run("send", "--at", broadsheet.ago(Duration.ofHours(24)));
        broadsheet
                .feed("feed.xml", broadsheet.article("Hafen bekommt Kaimauer", "/1", Duration.ofHours(2)))
                .newsletter("morning", List.of("anna@example.com"), "feed.xml");

        broadsheet.run("send");

        assertThat(mailbox.mails()).hasSize(4);
        assertThat(mailbox.recipients()).containsOnlyOnce("bert@example.com").containsOnlyOnce("cleo@example.com");
    }

    @Test
    void readerWhoUnsubscribedGetsNothingThoughTheYamlNamesHim() {
        try (App app = app()) {
            app.subscribers().add("morning", new EmailAddress("bert@example.com"), "test");
            String id = broadsheet.value("select id from subscriber where email = 'bert@example.com'");
            assertThat(app.subscribers().unsubscribe("morning", id)).isTrue();
        }

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mailbox.recipients()).containsExactly("anna@example.com", "cleo@example.com");
    }

    @Test
    void readerWhoUnsubscribesWhileTheMailIsQueuedGetsNothing() {
        broadsheet.installation(CommandLineHarness.freePort()).run("send");
        try (App app = app()) {
            String id = broadsheet.value("select id from subscriber where email = 'bert@example.com'");
            app.subscribers().unsubscribe("morning", id);
        }

        Result result = broadsheet.installation(mailbox.port()).run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("2 sent").contains("1 skipped");
        assertThat(mailbox.recipients()).containsExactly("anna@example.com", "cleo@example.com");
    }

    @Test
    void unsubscribedReaderIsNotImportedAgain() throws Exception {
        importCsv(csv("email\ndora@example.com\n"));
        try (App app = app()) {
            String id = broadsheet.value("select id from subscriber where email = 'dora@example.com'");
            app.subscribers().unsubscribe("morning", id);
        }

        assertThat(importCsv(folder.resolve("readers.csv")).out()).contains("1 stay unsubscribed");
        broadsheet.run("send");
        assertThat(mailbox.recipients()).isEqualTo(CommandLineHarness.readers());
    }

    private App app() {
        Loading loading = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(broadsheet.config);
        Layout layout = new Layout(broadsheet.config, CommandLineHarness.HOME.resolve("templates"));
        return new App(layout, ((Loading.Loaded) loading).configuration(), Clock.systemUTC());
    }
}

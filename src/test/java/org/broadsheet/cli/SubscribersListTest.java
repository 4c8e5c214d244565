package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of subscribers in the hands of its admin. */
class SubscribersListTest {
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
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml")
                .newsletter("evening", List.of(), "feed.xml");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    private Result subscribers(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "subscribers";
        System.arraycopy(args, 0, all, 1, args.length);
        return broadsheet.run(all);
    }

    @Test
    void listsTheAddressesOfTheYamlAtOnceAPageAtATime() {
        Result first = subscribers("list", "--limit", "2");
        assertThat(first.status()).as(first.all()).isZero();
        assertThat(first.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("anna@example.com ")
                .contains(" morning ", " confirmed ", " yaml");
        String place = first.err().strip().replace("more: --after ", "");
        Result second = subscribers("list", "--limit", "2", "--after", place);
        assertThat(second.out().lines()).singleElement().asString().startsWith("cleo@example.com");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void listsAsJsonAndCsv() throws Exception {
        subscribers("add", "dora@example.com", "--newsletter", "evening", "--name", "=Dora, \"D\"", "--source", "fair");
        JsonNode json = JsonMapper.shared()
                .readTree(subscribers("list", "--newsletter", "evening", "--format", "json")
                        .out());
        assertThat(json.size()).isEqualTo(1);
        assertThat(json.get(0).get("email").asString()).isEqualTo("dora@example.com");
        assertThat(json.get(0).get("name").asString()).isEqualTo("=Dora, \"D\"");
        assertThat(json.get(0).get("source").asString()).isEqualTo("fair");
        assertThat(subscribers("list", "--newsletter", "evening", "--format", "csv")
                        .out())
                .startsWith("email,name,newsletter,state,since,source,reason\r\n"
                        + "dora@example.com,\"'=Dora, \"\"D\"\"\",evening,confirmed,");
        assertThat(JsonMapper.shared()
                        .readTree(subscribers("list", "--containing", "nobody", "--format", "json")
                                .out()))
                .isEmpty();
    }

    @Test
    void whatIsExportedIsImportedElsewhere() throws Exception {
        Path file = folder.resolve("all.csv");
        assertThat(subscribers("export", "--out", file.toString()).status()).isZero();
        assertThat(Files.readString(file).lines()).hasSize(4);

        Result rehearsed = subscribers("import", file.toString(), "--newsletter", "evening", "--dry-run");
        assertThat(rehearsed.out()).startsWith("nothing is stored; it would be: 3 added");
        assertThat(subscribers("list", "--newsletter", "evening").err()).contains("no subscriber is like that");
        assertThat(subscribers("import", file.toString(), "--newsletter", "evening")
                        .out())
                .startsWith("3 added");
    }

    @Test
    void importTakesTheColumnsAndTheSourceItIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.csv"), "Kunde;E-Mail\nDora;dora@example.com\n");
        Result result = subscribers(
                "import",
                file.toString(),
                "--newsletter",
                "evening",
                "--map",
                "email=E-Mail,name=Kunde",
                "--source",
                "shop");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(subscribers("show", "dora@example.com").out())
                .startsWith("dora@example.com (Dora)")
                .contains("source of consent: shop");
        Result wrong = subscribers("import", file.toString(), "--newsletter", "evening", "--map", "mail=E-Mail");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("the fields are email, name");
    }

    @Test
    void removedReaderGetsNothingAndTheYamlComesFirst() {
        subscribers("add", "dora@example.com", "--newsletter", "morning");
        assertThat(subscribers("remove", "dora@example.com").out())
                .isEqualToIgnoringNewLines("dora@example.com: no longer gets morning");
        assertThat(subscribers("remove", "dora@example.com").status()).isEqualTo(1);
        Result listed = subscribers("remove", "Anna@example.com");
        assertThat(listed.status()).isEqualTo(1);
        assertThat(listed.err()).contains("morning.yml").contains("take it out there");
        broadsheet.run("send", "morning");
        assertThat(mailbox.recipients()).containsExactlyInAnyOrderElementsOf(CommandLineHarness.readers());
    }

    @Test
    void suppressedReaderGetsNothingUntilThatIsLifted() {
        assertThat(subscribers("suppress", "anna@example.com", "BERT@example.com", "--reason", "asked")
                        .status())
                .isZero();
        Result added = subscribers("add", "anna@example.com", "--newsletter", "evening");
        assertThat(added.status()).isEqualTo(1);
        assertThat(added.err()).contains("must not be mailed");
        assertThat(subscribers("list", "--state", "suppressed").out().lines()).hasSize(2);
        Result lifted = subscribers("unsuppress", "bert@example.com");
        assertThat(lifted.out()).contains("may be mailed again").contains("asked");
        assertThat(subscribers("unsuppress", "bert@example.com").status()).isEqualTo(1);
        broadsheet.run("send", "morning");
        assertThat(mailbox.recipients()).containsExactlyInAnyOrder("bert@example.com", "cleo@example.com");
    }

    @Test
    void showTellsWhatWasSentAndWhyNothingMoreIs() {
        broadsheet.run("send", "morning");
        subscribers("suppress", "anna@example.com", "--reason", "550 5.1.1 no such user");

        Result shown = subscribers("show", "ANNA@example.com");

        assertThat(shown.status()).as(shown.all()).isZero();
        assertThat(shown.out())
                .contains("morning: suppressed: 550 5.1.1 no such user")
                .contains("first seen")
                .contains("confirmed morning  source of consent: yaml")
                .contains("sent morning");
        Result unknown = subscribers("show", "nobody@example.com");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("nothing is known");
    }

    @Test
    void wrongCommandLinesSaySo() {
        assertThat(subscribers("list", "--state", "happy").err()).contains("must be one of confirmed");
        assertThat(subscribers("list", "--newsletter", "midnight").status()).isEqualTo(2);
        assertThat(subscribers("list", "--limit", "0").status()).isEqualTo(2);
        assertThat(subscribers("add", "no address", "--newsletter", "morning").status())
                .isEqualTo(2);
    }
}

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

class PreviewCommandTest {
    private static final String STORY = "Hafen bekommt eine neue Kaimauer";

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
                .feed(
                        "feed.xml",
                        broadsheet.article(STORY, "/1?utm_source=feed", Duration.ofHours(3)),
                        broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(50)))
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml")
                .newsletter("evening", List.of(), "feed.xml");
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void writesTheFourFilesOfEveryNewsletter() {
        Result result = broadsheet.preview();

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.err()).isEmpty();
        for (String newsletter : List.of("morning", "evening")) {
            assertThat(broadsheet.written(newsletter + ".html"))
                    .contains("<html")
                    .contains(STORY);
            assertThat(broadsheet.written(newsletter + ".txt")).contains(STORY).doesNotContain("<html");
            assertThat(broadsheet.written(newsletter + ".eml"))
                    .contains("Subject: ")
                    .contains("multipart/alternative");
            assertThat(broadsheet.written(newsletter + ".json")).contains(STORY);
        }
    }

    @Test
    void writesOnlyTheNewsletterThatIsNamed() {
        assertThat(broadsheet.preview("evening").status()).isZero();

        assertThat(broadsheet.out.resolve("evening.html")).exists();
        assertThat(broadsheet.out.resolve("morning.html")).doesNotExist();
    }

    @Test
    void jsonHasExactlyThePromisedKeys() {
        broadsheet.preview("morning");

        JsonNode root = JsonMapper.builder().build().readTree(broadsheet.written("morning.json"));
        JsonNode section = root.get("sections").get(0);
        JsonNode story = root.findParents("headline").stream()
                .filter(some -> some.get("headline").asString().equals(STORY))
                .findFirst()
                .orElseThrow();
        JsonNode article = story.get("articles").get(0);
        assertThat(root.propertyNames()).containsExactly("newsletter", "title", "language", "date", "sections");
        assertThat(section.propertyNames()).containsExactly("topic", "title", "stories");
        assertThat(story.propertyNames())
                .containsExactly("headline", "url", "summary", "image", "published", "score", "articles");
        assertThat(article.propertyNames()).containsExactly("url", "title", "feed", "published");
        assertThat(root.get("newsletter").asString()).isEqualTo("morning");
        assertThat(root.get("language").asString()).isEqualTo("de");
        assertThat(story.get("url").asString()).isEqualTo("https://kuestenblatt.example/1?utm_source=feed");
        assertThat(article.get("url")).isEqualTo(story.get("url"));
        assertThat(article.get("feed").asString()).isEqualTo("Küstenblatt");
    }

    @Test
    void showsTheEditionAsItWouldBeThen() {
        Result result = broadsheet.preview("morning", "--at", broadsheet.ago(Duration.ofHours(24)));

        assertThat(result.status()).isZero();
        assertThat(broadsheet.written("morning.json"))
                .contains("Museum")
                .doesNotContain(STORY)
                .contains("\"date\" : \"" + broadsheet.ago(Duration.ofHours(24)).substring(0, 10));
    }

    @Test
    void instantThatIsNoneIsAMistakeInTheCommandLine() {
        Result result = broadsheet.preview("--at", "tomorrow");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--at").contains("tomorrow").doesNotContain("\tat ");
    }

    @Test
    void unknownNewsletterIsAMistakeInTheCommandLineThatNamesTheKnownOnes() {
        Result result = broadsheet.preview("mornin");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors().get(0)).isEqualTo("there is no newsletter \"mornin\"; there are: evening, morning");
        assertThat(broadsheet.out).doesNotExist();
    }

    @Test
    void sendsNothingAndOwesNothing() {
        broadsheet.preview();

        assertThat(mailbox.mails()).isEmpty();
        assertThat(broadsheet.rows("edition")).isZero();
        assertThat(broadsheet.rows("delivery")).isZero();
        assertThat(broadsheet.rows("edition_article")).isZero();
    }

    @Test
    void givesTheSameJsonTwice() {
        String at = broadsheet.ago(Duration.ZERO);
        broadsheet.preview("--at", at);
        String first = broadsheet.written("morning.json");
        broadsheet.preview("--at", at);

        assertThat(broadsheet.written("morning.json")).isEqualTo(first);
    }

    @Test
    void mailsOnlyTheAddressThatIsNamed() {
        Result result = broadsheet.preview("morning", "--to", "editor@example.net");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("mailed to editor@example.net");
        assertThat(mailbox.recipients()).containsExactly("editor@example.net");
        assertThat(broadsheet.rows("delivery")).isZero();
    }

    @Test
    void addressThatIsNoneIsAMistakeInTheCommandLine() {
        Result result = broadsheet.preview("morning", "--to", "nobody");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors().get(0)).contains("--to").contains("nobody");
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void drawsNothingWhereNobodyWatches() {
        broadsheet.newsletter("morning", List.of(), "feed.xml", "gone.xml");

        Result result = broadsheet.preview();

        assertThat(result.all()).doesNotContain("\u001b").doesNotContain("\r").doesNotContain("█");
    }

    @Test
    void drawsABarThatItTakesAwayWhereSomebodyWatches() {
        Result result = broadsheet.interactive().preview();

        assertThat(result.err()).contains("█").endsWith("\r\u001b[K");
        assertThat(result.out()).doesNotContain("\u001b");
    }

    @Test
    void folderThatCannotBeWrittenIsOneLine() throws Exception {
        Files.writeString(broadsheet.out, "a file");

        Result result = broadsheet.preview("morning");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).contains(broadsheet.out.toString()).doesNotContain("a bug");
    }

    @Test
    void withoutNewsletterSaysWhereToWriteOne() throws Exception {
        Files.delete(broadsheet.config.resolve("newsletters/morning.yml"));
        Files.delete(broadsheet.config.resolve("newsletters/evening.yml"));

        Result result = broadsheet.preview();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).contains("no newsletter").contains("newsletters/NAME.yml");
    }
}

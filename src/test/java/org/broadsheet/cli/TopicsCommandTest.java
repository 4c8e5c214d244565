package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
        broadsheet.feed(
                "a.xml",
                article("Hafen: Neue Kaimauer stockt", 1),
                article("Am Hafen stockt der Bau der Kaimauer", 2),
                article("Kaimauer im Hafen stockt: Bagger stehen still", 3),
                article("Der Garten im Winter", 4),
                article("Was im Garten blüht", 5));
    }

    private String article(String title, int number) {
        return broadsheet.article(title, "/" + number, Duration.ofHours(number));
    }

    private void topics(String topics) {
        broadsheet.newsletter("morning", topics, List.of(), "a.xml");
    }

    @Test
    void proposesWhatTheArticlesOfATopicHaveInCommon() {
        topics("topics: [{id: port, title: Hafen, keywords: [Hafen]}]");
        broadsheet.preview();

        Result result = broadsheet.run("topics", "suggest", "morning", "port");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out().lines().skip(1))
                .first()
                .satisfies(line -> assertThat(line).matches("Kaimauer +3 +100 %"));
    }

    @Test
    void proposesNoGermanWordThatNamesNothing() {
        topics("topics: [{id: port, title: Hafen, keywords: [Hafen]}]");
        broadsheet.preview();

        assertThat(broadsheet.run("topics", "suggest", "morning", "port").out())
                .contains("Kaimauer")
                .doesNotContain("stockt");
    }

    @Test
    void saysWhichTopicsThereAreWhenOneIsNot() {
        topics("topics: [{id: port, title: Hafen, keywords: [Hafen]}]");

        Result result = broadsheet.run("topics", "suggest", "morning", "prot");

        assertThat(result.status()).isEqualTo(Main.COMMAND_IS_WRONG);
        assertThat(result.errors().get(0)).isEqualTo("there is no topic 'prot' in morning; its topics are port");
    }

    @Test
    void saysWhatToDoWhenNothingStandsOut() {
        topics("topics: [{id: port, title: Hafen, keywords: [Leuchtturm]}]");
        broadsheet.preview();

        Result result = broadsheet.run("topics", "suggest", "morning", "port");

        assertThat(result.status()).isEqualTo(Main.FAILED);
        assertThat(result.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("no keyword stands out yet"));
    }

    @Test
    void listsTheBuiltInTopicsOfANewsletterThatNamesNone() {
        topics("topics: []");

        assertThat(broadsheet.run("topics").out())
                .contains("morning  (it names no topics, so these are built in)")
                .contains("  sport                Sport");
    }
}

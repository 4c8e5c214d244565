package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongConfigurationTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder).newsletter("morning", List.of(), "feed.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "send", "serve", "check", "status"})
    void everyCommandTellsEveryProblemWithItsPlace(String command) {
        broadsheet
                .newsletter("morning", "topics: [{id: ki, title: KI, keywrds: [KI]}]", List.of(), "feed.xml")
                .newsletter("evening", "stories-per-topic: many", List.of("nobody"), "feed.xml");

        Result result = broadsheet.run(command);

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("newsletters/morning.yml:5:30: topics[0].keywrds: unknown key; did you mean \"keywords\"?")
                .containsPattern("newsletters/evening.yml:4:15: subscribers\\[0\\]")
                .containsPattern("newsletters/evening.yml:5:20: stories-per-topic")
                .contains("topics: [{id: ki, title: KI, keywrds: [KI]}]")
                .containsPattern("(?m)^\\s+\\^")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(broadsheet.root.resolve("data")).doesNotExist();
    }

    @Test
    void importTellsItToo() {
        broadsheet.write("newsletters/morning.yml", "title: [");

        Result result = broadsheet.run("subscribers", "import", "readers.csv", "--newsletter", "morning");

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.err()).contains("newsletters/morning.yml:");
    }

    @Test
    void secretsAreNeverShown() {
        broadsheet
                .environment("SMTP_PASSWORD", "geheim-4711")
                .installation(2525, ", username: a, password: \"${SMTP_PASSWORD}\", prot: 1, pasword: geheim-4712");

        Result result = broadsheet.run("check", "--verbose");

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.err()).contains("prot").contains("pasword");
        assertThat(result.all()).doesNotContain("geheim-47");
    }

    @Test
    void variableThatIsNotSetIsNamed() {
        broadsheet.installation(2525, ", username: a, password: \"${SMTP_PASSWORD}\"");

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.err()).contains("broadsheet.yml:6:").contains("SMTP_PASSWORD");
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere");

        Result result = broadsheet.runBare("preview", "--config", nowhere.toString());

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.errors()).singleElement().asString().startsWith(nowhere + ": there is no such folder");
    }

    @Test
    void folderWithoutInstallationFileIsNamed() throws Exception {
        Files.delete(broadsheet.config.resolve("broadsheet.yml"));

        Result result = broadsheet.run("send");

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.errors()).singleElement().asString().contains("broadsheet.yml: there is no such file");
    }

    @Test
    void fileThatIsNoYamlIsNamedByItsPlace() {
        broadsheet.write("newsletters/morning.yml", "title: Der Morgen\n\tlanguage: de\n");

        Result result = broadsheet.run("preview");

        assertThat(result.status()).isEqualTo(78);
        assertThat(result.err()).contains("newsletters/morning.yml:2:").doesNotContain("\tat ");
    }

    @Test
    void databaseThatCannotBeMadeIsAFailureAndNotAConfigurationError() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        Result result = broadsheet.run("status");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains("database.url");
    }
}

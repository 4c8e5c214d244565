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

class MainTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
    }

    @Test
    void withoutArgumentsItHelps() {
        Result result = broadsheet.runBare();

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("broadsheet demo")
                .contains("preview")
                .contains("send")
                .contains("serve");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "preview", "send", "serve", "check", "status", "subscribers", "feeds"})
    void helpOnEveryCommandShowsAnExample(String command) {
        Result result = broadsheet.runBare(command, "--help");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Example: broadsheet " + command);
        assertThat(broadsheet.runBare("help", command).out()).isEqualTo(result.out());
    }

    @Test
    void helpOnImportShowsAnExample() {
        Result result = broadsheet.runBare("subscribers", "import", "--help");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Example: broadsheet subscribers import");
    }

    @Test
    void unknownCommandIsAMistakeWithAHint() {
        Result result = broadsheet.runBare("previw");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("previw").contains("preview").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "preview", "send", "serve", "check", "status"})
    void unknownOptionIsAMistake(String command) {
        Result result = broadsheet.runBare(command, "--colour");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errors().get(0)).contains("--colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "send"})
    void aNewsletterThatIsNotThereIsAMistakeToldInOneLine(String command) {
        broadsheet.newsletter("morning", List.of(), "feed.xml");

        Result result = broadsheet.run(command, "midnight");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).containsExactly("there is no newsletter \"midnight\"; there are: morning");
    }

    @Test
    void tellsItsVersion() {
        Result result = broadsheet.runBare("--version");

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("Broadsheet ");
    }

    @Test
    void failureIsOneLineAndVerboseAddsTheStackTrace() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        Result terse = broadsheet.run("status");
        Result verbose = broadsheet.run("status", "--verbose");

        assertThat(terse.status()).isEqualTo(1);
        assertThat(terse.errors()).hasSize(1);
        assertThat(verbose.status()).isEqualTo(1);
        assertThat(verbose.errors().get(0)).isEqualTo(terse.errors().get(0));
        assertThat(verbose.err()).contains("\tat org.broadsheet.");
    }

    @Test
    void pathThatIsNoneIsAMistakeAndNoBug() {
        Result result = broadsheet.runBare("preview", "--config", "a\0b");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).doesNotContain("a bug");
    }
}

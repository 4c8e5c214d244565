package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;
    private Path out;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
        out = folder.resolve("demo");
    }

    private Result demo() {
        return broadsheet.runBare("demo", "--once", "--out", out.toString());
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("mails"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void sendsItsEditionsAndShowsWhereTheMailsAreTwiceInTheSameFolder() throws Exception {
        Result first = demo();
        List<String> written = mails();

        assertThat(first.status()).as(first.all()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(written).isNotEmpty().anyMatch(name -> name.endsWith(".html"));
        for (String name : written) {
            assertThat(out.resolve("mails").resolve(name)).isNotEmptyFile();
        }
        assertThat(first.out().lines().map(String::strip).filter(line -> line.endsWith(".html")))
                .hasSize(written.size() / 2)
                .allSatisfy(page -> assertThat(Path.of(page)).exists());

        Result second = demo();

        assertThat(second.status()).as(second.all()).isZero();
        assertThat(mails()).isEqualTo(written);
    }

    @Test
    void folderWithSomethingElseInItIsLeftAlone() throws Exception {
        Path foreign = Files.createDirectories(out).resolve("thesis.txt");
        Files.writeString(foreign, "years of work");

        Result result = demo();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains(out.toString())
                .contains("--out");
        assertThat(foreign).hasContent("years of work");
        assertThat(out.resolve("mails")).doesNotExist();
    }

    @Test
    void fileInThePlaceOfTheFolderIsLeftAlone() throws Exception {
        Files.writeString(out, "years of work");

        Result result = demo();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err()).doesNotContain("a bug");
        assertThat(out).hasContent("years of work");
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BouncesCommandTest {
    @TempDir
    Path files;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int read(Path... mails) {
        String[] arguments = new String[mails.length + 2];
        arguments[0] = "bounces";
        arguments[1] = "read";
        for (int i = 0; i < mails.length; i++) {
            arguments[i + 2] = mails[i].toString();
        }
        return Main.run(files, Map.of(), new Terminal(new PrintStream(out), new PrintStream(err), false), arguments);
    }

    private Path mail(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    @Test
    void readExplainsEachFileInOneLineWithoutAnyConfiguration() throws IOException {
        Path bounce = mail("bounce.eml", """
                From: MAILER-DAEMON@mx.example.net
                Subject: failure notice

                <anna@example.com>:
                550 5.1.1 no such user
                """);
        Path answer = mail("answer.eml", "From: anna@example.com\nSubject: Danke\n\nSehr gelungen.\n");
        assertThat(read(bounce, answer)).isEqualTo(Main.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        bounce + "\tbounce\tanna@example.com\t5.1.1\thard\tuser unknown: 550 5.1.1 no such user",
                        answer + "\tother\t-\t-\t-\t-");
    }

    @Test
    void readGoesOnAfterAFileThatIsNotThere() throws IOException {
        Path answer = mail("answer.eml", "Subject: Danke\n\nSehr gelungen.\n");
        assertThat(read(files.resolve("missing.eml"), answer)).isEqualTo(Main.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing.eml: cannot be read");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }
}

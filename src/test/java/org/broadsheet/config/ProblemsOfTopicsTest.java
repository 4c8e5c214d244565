package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsOfTopicsTest {
    private static final String FILE = "newsletters/morning.yml:";

    @TempDir
    private Path directory;

    private void reports(Folder folder, String... headlines) {
        assertThat(folder.headlines()).containsExactly(headlines);
    }

    @Test
    void reportsARuleThatIsNoQuery() {
        Folder folder = new Folder(directory).newsletterWith("[KI]", "[KI]\n    must: '(ki'\n    must-not: ki)");
        reports(
                folder,
                FILE + "11:11: topics[0].must: not a query such as `title:hafen AND NOT category:sport`:"
                        + " a parenthesis is not closed",
                FILE + "12:15: topics[0].must-not: not a query such as `title:hafen AND NOT category:sport`:"
                        + " a parenthesis is not closed");
    }

    @Test
    void reportsAWeightThatWouldLeaveNothingElse() {
        reports(
                new Folder(directory).newsletterWith("[KI]", "[KI]\n    weight: 11"),
                FILE + "11:5: topics[0].weight: must be a number from 0.1 to 10");
    }
}

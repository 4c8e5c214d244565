package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an admin's cat types into the files, loading ends with a configuration or with problems. */
class LoaderPropertyTest {
    private static final int RUNS = 300;
    private static final String SECRET = "Zq7xVw9kLmN3";
    private static final String FROM_ENVIRONMENT = "Jp4tHr8sBd2f";
    private static final String ALPHABET = "abz09 :-\"'{}[]#&*!|>%@`,.?~$\n\t\r\\/<>\u0000\u0007äß😀\u2028\uFEFF";

    @TempDir
    private Path directory;

    @Test
    void loadsOrRejectsWhateverTheFilesHoldAndNeverGivesASecretAway() throws IOException {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        String newsletter = Files.readString(Path.of("config/newsletters/morning.yml"));
        String installation = Files.readString(Path.of("config/broadsheet.yml"))
                .replace("\"${BROADSHEET_SECRET:-}\"", SECRET)
                .replace("connections: 8", "username: anna\n  password: \"" + SECRET + "\"\n  timeout: ${TIMEOUT}");
        Folder folder = new Folder(directory).environment("TIMEOUT", FROM_ENVIRONMENT);
        for (int run = 0; run < RUNS; run++) {
            String one = mutated(installation, random);
            String other = mutated(newsletter, random);
            folder.installation(one).newsletter(other);
            check(folder, "seed " + seed + ", run " + run + ":\n" + one + "\n----\n" + other);
        }
    }

    private static void check(Folder folder, String which) {
        try {
            Loading loading = folder.load();
            if (loading instanceof Loading.Rejected rejected) {
                assertThat(rejected.problems()).as(which).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.file()).endsWith(".yml");
                    assertThat(problem.message()).isNotBlank();
                    assertThat(problem.headline()).doesNotContain(SECRET).doesNotContain(FROM_ENVIRONMENT);
                    assertThat(problem.withSource()).doesNotContain(FROM_ENVIRONMENT);
                });
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            fail(which, thrown);
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int length = Math.min(random.nextInt(3) + 1, mutated.length() - at);
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, at + length);
                case 1 -> mutated.insert(at, letter(random));
                case 2 -> mutated.replace(at, at + length, letter(random));
                default -> mutated.insert(at, mutated.substring(at, Math.min(at + 40, mutated.length())));
            }
        }
        return mutated.toString();
    }

    private static String letter(Random random) {
        List<Integer> letters = ALPHABET.codePoints().boxed().toList();
        return Character.toString(letters.get(random.nextInt(letters.size())));
    }

    @Test
    void givesNoSecretAwayInTheLinesItShowsWhenOneOtherLineBreaks() throws IOException {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        String smtp = "smtp:\n  host: a\n  password: " + SECRET + "\n  connections: 8\n";
        Folder folder = new Folder(directory);
        for (int run = 0; run < RUNS / 3; run++) {
            // Behind the secret's line, where a mistake may make the parser look back.
            String broken = Folder.INSTALLATION + smtp + mutated("retry: {first: 5m}\nfetch:\n  parallel: 3\n", random);
            folder.installation(broken);
            assertThat(folder.printed()).as("seed " + seed + ":\n" + broken).doesNotContain(SECRET);
        }
    }
}

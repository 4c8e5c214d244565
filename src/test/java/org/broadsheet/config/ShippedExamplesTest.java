package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an admin may take the comment signs from, in the configuration that is shipped. */
class ShippedExamplesTest {
    private static final Path INSTALLATION = Path.of("config/broadsheet.yml");
    private static final Path NEWSLETTER = Path.of("config/newsletters/morning.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    @TempDir
    private Path directory;

    static List<CommentedExample> ofTheInstallation() throws IOException {
        return CommentedExample.of(Files.readAllLines(INSTALLATION));
    }

    static List<CommentedExample> ofTheNewsletter() throws IOException {
        return CommentedExample.of(Files.readAllLines(NEWSLETTER));
    }

    @ParameterizedTest
    @MethodSource("ofTheInstallation")
    void eachExampleOfTheInstallationIsValidByItself(CommentedExample example) throws IOException {
        Files.createDirectories(directory.resolve("dkim"));
        Files.writeString(
                directory.resolve("dkim/202611.pem"),
                DkimKey.generate(DkimKey.Algorithm.RSA).pem());
        assertThat(problems(example.inForce(), Files.readString(NEWSLETTER))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofTheNewsletter")
    void eachExampleOfTheNewsletterIsValidByItself(CommentedExample example) throws IOException {
        assertThat(problems(Files.readString(INSTALLATION), example.inForce())).isEmpty();
    }

    @Test
    void showsEverySectionThatMostInstallationsWillWant() throws IOException {
        assertThat(ofTheInstallation())
                .extracting(CommentedExample::inForce)
                .anySatisfy(yaml -> assertThat(yaml).containsPattern("(?m)^bounces:"))
                .anySatisfy(yaml -> assertThat(yaml).containsPattern("(?m)^pace:"))
                .anySatisfy(yaml -> assertThat(yaml).containsPattern("(?m)^report:"))
                .anySatisfy(yaml -> assertThat(yaml).containsPattern("(?m)^  admin:"))
                .anySatisfy(yaml -> assertThat(yaml).containsPattern("(?m)^dkim:"));
    }

    private List<String> problems(String installation, String newsletter) throws IOException {
        Path feeds = Files.createDirectories(directory.resolve("newsletters/samples"));
        try (Stream<Path> samples = Files.list(NEWSLETTER.resolveSibling("samples"))) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, feeds.resolve(sample.getFileName()));
            }
        }
        Files.writeString(directory.resolve("broadsheet.yml"), installation);
        Files.writeString(directory.resolve("newsletters/morning.yml"), newsletter);
        Map<String, String> environment = VARIABLE.matcher(installation)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(2, name.length() - 1))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), name -> "a secret"));
        Loading loading = new ConfigLoader(environment, Newsletters.ANY_SYNTAX).load(directory);
        return loading instanceof Loading.Rejected rejected
                ? rejected.problems().stream().map(Problem::headline).toList()
                : List.of();
    }
}

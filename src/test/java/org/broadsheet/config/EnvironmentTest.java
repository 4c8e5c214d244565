package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from the environment are used, and neither they nor secrets are ever shown. */
class EnvironmentTest {
    private static final String SECRET = "hunter2-Geheimnis";

    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void soundFolder() {
        folder = new Folder(directory);
    }

    private Folder smtp(String lines) {
        return folder.installation(Folder.INSTALLATION + "smtp:\n" + lines.indent(2));
    }

    private void reports(String... headlines) {
        assertThat(folder.headlines()).containsExactly(headlines);
        assertThat(folder.printed()).doesNotContain(SECRET).doesNotContain("hunter2");
    }

    @Test
    void putsValuesInEvenSeveralInOne() {
        folder.environment("CITY", "Berlin").environment("TIME", "Morgen");
        folder.newsletterWith("Der Morgen", "${CITY} am ${TIME}, ${NOBODY:-alle}");
        assertThat(folder.morning().title()).isEqualTo("Berlin am Morgen, alle");
    }

    @Test
    void takesTheDefaultForAnEmptyValueAsAShellDoes() {
        folder.environment("CITY", "").newsletterWith("Der Morgen", "${CITY:-Berlin}");
        assertThat(folder.morning().title()).isEqualTo("Berlin");
    }

    @Test
    void leavesADoubledDollarAlone() {
        folder.newsletterWith("Der Morgen", "$${CITY} kostet 5$");
        assertThat(folder.morning().title()).isEqualTo("${CITY} kostet 5$");
    }

    @Test
    void doesNotLookForReferencesInsideOfAValue() {
        folder.environment("CITY", "${TIME}").newsletterWith("Der Morgen", "${CITY}");
        assertThat(folder.morning().title()).isEqualTo("${TIME}");
    }

    @Test
    void fillsNumbersListsAndAddresses() {
        folder.environment("N", "3").environment("WHO", "anna@example.org");
        folder.newsletterWith("language: de", "language: de\nstories-per-topic: ${N}\nsubscribers: [\"${WHO}\"]");
        assertThat(folder.morning().storiesPerTopic()).isEqualTo(3);
        assertThat(folder.morning().subscribers()).containsExactly(new EmailAddress("anna@example.org"));
    }

    @Test
    void reportsAnUnsetNameAtItsLineAndColumn() {
        folder.newsletterWith("Der Morgen", "\"Der ${TIMES} und ${ELSE}\"");
        reports(
                "newsletters/morning.yml:1:13: title: the environment has no TIMES; set it,"
                        + " or write ${TIMES:-DEFAULT}",
                "newsletters/morning.yml:1:26: title: the environment has no ELSE; set it,"
                        + " or write ${ELSE:-DEFAULT}");
    }

    @Test
    void reportsAnUnsetNameInTheLaterLinesOfAText() {
        folder.newsletterWith("title: Der Morgen", "title: >\n  Der\n  gute ${TIMES}");
        reports("newsletters/morning.yml:3:8: title: the environment has no TIMES; set it,"
                + " or write ${TIMES:-DEFAULT}");
    }

    @Test
    void reportsAReferenceThatIsNoName() {
        folder.newsletterWith("Der Morgen", "Der ${guten Morgen}");
        reports("newsletters/morning.yml:1:12: title: `${` must be followed by a name and `}`, as in ${NAME};"
                + " write `$${` for the characters themselves");
    }

    @Test
    void namesTheVariableInsteadOfItsValue() {
        folder.environment("SMTP_PORT", SECRET).environment("LIMIT", "99");
        smtp("port: ${SMTP_PORT}\nconnections: ${LIMIT}");
        reports(
                "broadsheet.yml:6:9: smtp.port: the value of ${SMTP_PORT} is not a whole number from 1 to 65535",
                "broadsheet.yml:7:16: smtp.connections: the value of ${LIMIT} is not a whole number from 1 to 64");
    }

    @Test
    void namesTheVariableForEveryKindOfValue() {
        folder.environment("X", SECRET);
        folder.newsletter("""
                title: "${X}"
                language: ${X}
                schedule: {at: "${X}", days: "mon-${X}", time-zone: "${X}", grace: "${X}"}
                window: ${X}
                feeds: ["${X}://x", {url: a.xml, topic: "${X}"}]
                topics: [{id: "${X} ${X}", title: "${X}"}]
                stories-per-topic: ${X}
                subscribers: ["${X}"]
                """);
        folder.installation("""
                publisher: {name: "${X}", address: "${X}", from: "${X}", reply-to: "${X}"}
                web: {url: "${X}", listen: "${X}"}
                smtp: {security: "${X}", timeout: "${X}"}
                database: {url: "${X}"}
                fetch: {max-size: "${X}"}
                """);
        assertThat(folder.headlines()).hasSizeGreaterThan(14).allMatch(headline -> headline.contains("of ${X}"), "");
        reports(folder.headlines().toArray(String[]::new));
    }

    @Test
    void namesTheVariableInRulesAcrossKeys() {
        folder.environment("X", SECRET).environment("CRON", SECRET).environment("BAD", SECRET + " !");
        folder.newsletter("""
                title: a
                language: de
                schedule: {cron: "${CRON}", time-zone: UTC}
                feeds: [{url: a.xml, topic: "${X}"}, {url: "${X}.xml"}, "${X}.xml"]
                topics: [{id: a, title: A}, {id: "${CRON}", title: B}, {id: "${CRON}", title: C}]
                """);
        reports(
                "newsletters/morning.yml:3:18: schedule.cron: the value of ${CRON} is not a Quartz cron expression",
                "newsletters/morning.yml:4:57: feeds[2].url: this feed stands here twice; remove one of the two;"
                        + " the first is in line 4",
                "newsletters/morning.yml:5:61: topics[2].id: topic the value of ${CRON} stands here twice;"
                        + " give one of the two another id; the first is in line 5");
        folder.newsletterWith("id: ki", "id: ${BAD}");
        reports("newsletters/morning.yml:8:5: topics[0].id: the value of ${BAD} may hold only letters, digits,"
                + " - and _");
    }

    @Test
    void leavesAnOptionalKeyOutWhereTheEnvironmentHasNothing() {
        smtp("username: ${SMTP_USER:-}\npassword: ${SMTP_PASSWORD:-}");
        assertThat(folder.loaded().installation().smtp().username()).isEmpty();
        assertThat(folder.loaded().installation().smtp().password()).isEmpty();
        folder.environment("SMTP_USER", "anna").environment("SMTP_PASSWORD", SECRET);
        assertThat(folder.loaded().installation().smtp().password()).isEqualTo(Optional.of(new Secret(SECRET)));
    }

    @Test
    void refusesAndHidesAPasswordInsideAnAddress() {
        folder.installation(Folder.INSTALLATION
                + "database: {url: \"jdbc:postgresql://db/news?user=a&password=hunter2-Geheimnis\"}\n");
        folder.newsletterWith("https://example.org/feed.xml", "https://anna:hunter2-Geheimnis@example.org/feed.xml");

        assertThat(folder.printed())
                .contains("database.password")
                .contains("feeds[0]")
                .contains("not supported")
                .doesNotContain("hunter2");
    }

    @Test
    void masksASecretInTheLineThatIsShown() {
        smtp("password: " + SECRET + "\nusername: [" + SECRET + "]".replace(SECRET, "x"));
        folder.installation(Folder.INSTALLATION + "smtp: {prot: 25, password: " + SECRET + "}\n");
        reports("broadsheet.yml:5:8: smtp.prot: unknown key; did you mean \"port\"?");
        assertThat(folder.printed()).contains("smtp: {prot: 25, password: ***}");
    }

    @Test
    void showsNoLineWhereAMaskWouldMoveTheCaret() {
        folder.installation(Folder.INSTALLATION + "smtp: {password: " + SECRET + ", prot: 25}\n");
        reports("broadsheet.yml:5:37: smtp.prot: unknown key; did you mean \"port\"?");
        assertThat(folder.printed()).doesNotContain("prot: 25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pasword: hunter2-Geheimnis",
                "password: [hunter2-Geheimnis]",
                "password: {a: hunter2-Geheimnis}",
                "password: |\n  hunter2-Geheimnis\n  hunter2",
                "password: \"hunter2-Geheimnis",
                "password: 'hunter2\n  hunter2-Geheimnis'\n x",
                "password: hunter2-Geheimnis: x",
                "password: *hunter2-Geheimnis",
                "password: !hunter2-Geheimnis x",
                "password: !hunter2!x x",
                "password: @hunter2-Geheimnis",
                "password: hunter2-Geheimnis\n\tport: 25",
                "password: \"${NOPE} hunter2-Geheimnis\"",
                "password: \"hunter2-Geheimnis ${NOPE}\"",
                "password: \"hunter2-Geheimnis \\y\"",
                "{password: hunter2-Geheimnis",
                "password: hunter2-Geheimnis"
            })
    void neverShowsASecretThatStandsInTheFile(String lines) {
        smtp(lines);
        assertThat(folder.problems()).isNotEmpty();
        assertThat(folder.printed()).doesNotContain("hunter2").doesNotContain("Geheimnis");
    }

    @Test
    void printsASecretAsStars() {
        smtp("username: anna\npassword: " + SECRET);
        assertThat(folder.loaded().toString()).contains("***").doesNotContain(SECRET);
    }
}

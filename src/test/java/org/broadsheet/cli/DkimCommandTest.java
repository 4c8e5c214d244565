package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing, as an admin sets it up. */
class DkimCommandTest {
    private CommandLineHarness broadsheet;
    private String settings;

    @BeforeEach
    void install(@TempDir Path directory) throws IOException {
        broadsheet = new CommandLineHarness(directory);
        broadsheet.installation(CommandLineHarness.freePort(), ", outbox: ../outbox");
        settings = Files.readString(broadsheet.config.resolve("broadsheet.yml"));
    }

    private Result keygen(String... more) {
        String[] all = {"dkim", "keygen", "Example.org", "--selector", "s1"};
        String[] args = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, args, all.length, more.length);
        return broadsheet.run(args);
    }

    private Result check(String dkim) {
        broadsheet.write("broadsheet.yml", settings + dkim + "\n");
        return broadsheet.run("check", "--offline");
    }

    @Test
    void keygenMakesAKeyForItsOwnerAlone() throws Exception {
        Result result = keygen();
        Path key = broadsheet.config.resolve("dkim/s1.pem");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void keygenPrintsARecordOfTextsThatTheDnsTakes() {
        String line = keygen().out()
                .lines()
                .filter(text -> text.contains(" IN TXT "))
                .findFirst()
                .orElseThrow();
        assertThat(line).startsWith("s1._domainkey.example.org. IN TXT ( \"v=DKIM1; k=rsa; p=MIIB");
        Matcher texts = Pattern.compile("\"([^\"]*)\"").matcher(line);
        assertThat(texts.results()).hasSize(2).allMatch(text -> text.group(1).length() <= 255);
    }

    @Test
    void keygenPrintsSettingsThatCheckAccepts() {
        String printed = keygen().out();
        Matcher yaml = Pattern.compile("(?s)(dkim:.*?)\n\n").matcher(printed);
        assertThat(yaml.find()).isTrue();
        Result result = check(yaml.group(1));
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("ok     DKIM key for s1._domainkey.example.org");
    }

    @Test
    void keygenNeverOverwrites() throws Exception {
        keygen();
        String before = Files.readString(broadsheet.config.resolve("dkim/s1.pem"));
        Result again = keygen();
        assertThat(again.status()).isEqualTo(Main.FAILED);
        assertThat(again.err()).contains("is there already");
        assertThat(Files.readString(broadsheet.config.resolve("dkim/s1.pem"))).isEqualTo(before);
    }

    @Test
    void keygenRefusesWhatIsNoDomain() {
        assertThat(broadsheet.run("dkim", "keygen", "no domain").status()).isEqualTo(Main.COMMAND_IS_WRONG);
        assertThat(broadsheet.run("dkim", "keygen", "a.org", "--selector", "ä").status())
                .isEqualTo(Main.COMMAND_IS_WRONG);
        assertThat(broadsheet.run("dkim").status()).isEqualTo(Main.COMMAND_IS_WRONG);
    }

    @Test
    void aMissingKeyIsAConfigurationErrorWithItsPlace() {
        Result result = check("dkim: {selector: s1, private-key: dkim/none.pem}");
        assertThat(result.status()).isEqualTo(Main.CONFIG_IS_WRONG);
        assertThat(result.err())
                .containsPattern("broadsheet\\.yml:\\d+:\\d+: dkim.private-key: 'dkim/none.pem' is no file;")
                .contains("broadsheet dkim keygen");
    }

    @Test
    void aWrongKeyIsAConfigurationErrorThatDoesNotShowIt() {
        broadsheet.write("dkim/s1.pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        for (String key : new String[] {"dkim/s1.pem", "broadsheet.yml", "\"-----BEGIN secret\""}) {
            Result result = check("dkim: {selector: s1, private-key: " + key + "}");
            assertThat(result.status()).as(key).isEqualTo(Main.CONFIG_IS_WRONG);
            assertThat(result.err())
                    .as(key)
                    .contains("dkim.private-key: is not a private key")
                    .doesNotContain("secret", "c2Vj");
        }
    }

    @Test
    void aKeyOfTheOtherKindIsAConfigurationError() {
        keygen("--ed25519");
        Result result = check("dkim: {selector: s1, private-key: dkim/s1.pem}");
        assertThat(result.status()).isEqualTo(Main.CONFIG_IS_WRONG);
        assertThat(result.err()).contains("dkim.private-key: must be an RSA key, not an Ed25519 key");
    }

    @Test
    void theKeyMayComeFromTheEnvironment() throws Exception {
        keygen();
        Path file = broadsheet.config.resolve("dkim/s1.pem");
        broadsheet.environment("DKIM_KEY", Files.readString(file).replace("\n", "\\n"));
        Files.delete(file);
        Result result = check("dkim: {selector: s1, private-key: \"${DKIM_KEY}\"}");
        assertThat(result.status()).as(result.all()).isZero();
    }

    @Test
    void mailsAreSigned() throws Exception {
        keygen();
        broadsheet.feed("a.xml", broadsheet.article("Hafen eröffnet", "/hafen", Duration.ofHours(2)));
        broadsheet.newsletter("morning", CommandLineHarness.readers(), "a.xml");
        broadsheet.write("broadsheet.yml", settings + "dkim: {selector: s1, private-key: dkim/s1.pem}\n");
        assertThat(broadsheet.preview("--to", "me@example.com").status()).isZero();
        assertThat(broadsheet.written("morning.eml")).startsWith("DKIM-Signature: v=1; a=rsa-sha256;");
    }
}

package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas and the reference page say what the binder does. */
class ConfigSchemaTest {
    private static final boolean UPDATE = Boolean.getBoolean("broadsheet.update");
    private static final String HOW =
            "%s is not what the records say; run: mvn -B test -Dtest=ConfigSchemaTest -Dbroadsheet.update=true";

    @TempDir
    private Path directory;

    private static void isUpToDate(Path file, String generated) throws IOException {
        if (UPDATE) {
            Files.writeString(file, generated);
        }
        String shipped = Files.exists(file) ? Files.readString(file) : "";
        assertThat(shipped).as(HOW, file).isEqualTo(generated);
    }

    @Test
    void shipsTheSchemaOfTheInstallation() throws IOException {
        isUpToDate(Path.of("config/broadsheet.schema.json"), installationSchema());
    }

    @Test
    void shipsTheSchemaOfANewsletter() throws IOException {
        isUpToDate(Path.of("config/newsletter.schema.json"), newsletterSchema());
    }

    @Test
    void shipsTheReferenceOfAllKeys() throws IOException {
        Path page = Path.of("docs/configuration.md");
        isUpToDate(page, ConfigReference.update(Files.readString(page)));
    }

    @Test
    void namesTheSchemaInTheFirstLineOfTheShippedFiles() throws IOException {
        for (String file : List.of("config/broadsheet.yml", "config/newsletters/morning.yml")) {
            Path yaml = Path.of(file);
            String first = Files.readAllLines(yaml).get(0);
            assertThat(first).startsWith("# yaml-language-server: $schema=");
            Path schema = yaml.resolveSibling(first.substring(first.indexOf('=') + 1));
            assertThat(schema.normalize()).exists();
        }
    }

    @Test
    void acceptsTheShippedFiles() throws IOException {
        assertThat(errors(installationSchema(), Files.readString(Path.of("config/broadsheet.yml"))))
                .isEmpty();
        assertThat(errors(newsletterSchema(), Files.readString(Path.of("config/newsletters/morning.yml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp: {port: 587}",
                "smtp: {port: \"587\"}",
                "smtp: {port: \"${PORT:-25}\", connections: \"${N:-3}\", security: \"${S:-tls}\"}",
                "smtp: {host: \"${HOST:-a}\", timeout: \"${T:-30}s\"}",
                "smtp: {username: 12, password: true}",
                "smtp: {outbox: ../outbox}",
                "web: {listen: \"[::1]:80\", secret: \"\"}",
                "database: {url: \"jdbc:postgresql://a/b\"}",
                "fetch: {max-size: 5 KB, timeout: 2H, allow-hosts: [a, \"1\"]}",
                "retry: {first: 1m, longest: 2d, expires: 9s}",
            })
    void acceptsWithTheBinderInTheInstallation(String line) {
        String yaml = Folder.INSTALLATION + line + "\n";
        assertThat(errors(installationSchema(), yaml)).isEmpty();
        assertThat(new Folder(directory).installation(yaml).headlines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smpt: {}",
                "smtp: []",
                "smtp:",
                "smtp: {port: 70000}",
                "smtp: {port: 2.5}",
                "smtp: {port: five}",
                "smtp: {outbox: []}",
                "dkim: {selector: s1}",
                "dkim: {selector: s1, key: a.pem}",
                "smtp: {security: ssl}",
                "smtp: {timeout: 30}",
                "smtp: {host: \"\"}",
                "web: {listen: 8080}",
                "database: {url: \"jdbc:h2:x\"}",
                "fetch: {max-size: 10}",
                "fetch: {allow-hosts: a}",
            })
    void refusesWithTheBinderInTheInstallation(String line) {
        String yaml = Folder.INSTALLATION + line + "\n";
        assertThat(errors(installationSchema(), yaml)).isNotEmpty();
        assertThat(new Folder(directory).installation(yaml).headlines()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window: 24h",
                "window: since-last-edition",
                "stories-per-topic: 0",
                "schedule: {at: 07:00, days: daily, time-zone: UTC}",
                "schedule: {at: \"7:00\", days: \"mon,wed , fri-sun\", time-zone: UTC, grace: 0m}",
                "schedule: {cron: 0 0 7 ? * *, time-zone: UTC}",
                "subscribers: [a@example.org, ä@example.org]",
                "topics: [{id: a, title: 2026, keywords: [1, true, x]}]",
            })
    void acceptsWithTheBinderInANewsletter(String line) {
        String yaml = "title: T\nlanguage: en-GB\nfeeds: [a.xml, {url: b.xml}]\n" + line + "\n";
        assertThat(errors(newsletterSchema(), yaml)).isEmpty();
        assertThat(new Folder(directory).newsletter(yaml).headlines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window: always",
                "stories-per-topic: -1",
                "stories-per-topic: [6]",
                "schedule: {at: 7, time-zone: UTC}",
                "schedule: {at: 07:00}",
                "schedule: {at: 07:00, days: \"on mondays\", time-zone: UTC}",
                "subscribers: a@example.org",
                "subscribers: [a]",
                "topics: [{id: a}]",
                "topics: [a]",
                "topics: [{id: a, title: A, keywrds: []}]",
                "id: other",
            })
    void refusesWithTheBinderInANewsletter(String line) {
        String yaml = "title: T\nlanguage: en-GB\nfeeds: [a.xml]\n" + line + "\n";
        assertThat(errors(newsletterSchema(), yaml)).isNotEmpty();
        assertThat(new Folder(directory).newsletter(yaml).headlines()).isNotEmpty();
    }

    private static String installationSchema() {
        return ConfigSchema.of(Installation.class, "Broadsheet: the installation");
    }

    private static String newsletterSchema() {
        return ConfigSchema.of(Newsletter.class, "Broadsheet: a newsletter");
    }

    private static List<Error> errors(String schema, String yaml) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        return compiled.validate(ConfigSchema.read(yaml));
    }
}

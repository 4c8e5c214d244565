package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turkish has two letters i, and Arabic its own digits: neither may change what a file means. */
@ResourceLock(Resources.LOCALE)
class LocaleIndependenceTest {
    private final Locale usual = Locale.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void usualLocale() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE"})
    void readsTheSameUnderAnyDefaultLocale(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        Folder folder = new Folder(directory)
                .installation(Folder.INSTALLATION
                        + "fetch: {max-size: 10mb}\nsmtp: {security: NONE}\n"
                        + "web: {url: \"HTTP://example.org\"}\n")
                .newsletterWith("at: 07:00, days: mon-fri", "at: 07:05, days: FRI-SUN, grace: 15M")
                .newsletterWith("days: mon-fri", "days: FRI");
        Newsletter newsletter = folder.morning();
        assertThat(newsletter.schedule().orElseThrow().cronExpression()).isEqualTo("0 0 7 ? * FRI");
        assertThat(folder.loaded().installation().smtp().security()).isEqualTo(Installation.Security.NONE);
        assertThat(folder.loaded().installation().fetch().maxSize()).isEqualTo(new DataSize(10_000_000));
        assertThat(folder.loaded().installation().web().url()).hasToString("http://example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab"})
    void reportsTheSameUnderAnyDefaultLocale(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        Folder folder = new Folder(directory).newsletter("""
                        TITLE: Der Morgen
                        language: GERMAN
                        stories-per-topic: -12
                        feeds: [FILE:x]
                        """);
        assertThat(folder.headlines())
                .containsExactly(
                        "newsletters/morning.yml:1:1: TITLE: unknown key; did you mean \"title\"?",
                        "newsletters/morning.yml:2:11: language: 'GERMAN' is not a language tag;"
                                + " did you mean \"de\"?",
                        "newsletters/morning.yml:3:20: stories-per-topic: '-12' is not a whole number from 0 on",
                        "newsletters/morning.yml:4:9: feeds[0].url: 'FILE:x' has no absolute path; write the path"
                                + " alone, without file:");
    }
}

package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @TempDir
    Path own;

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "nl", "pt"})
    void everyLanguageHasEveryTextWithTheSameValues(String language) {
        assertThat(values(language)).isEqualTo(values("en"));
    }

    @Test
    void theShippedLanguagesAreThese() {
        assertThat(messages().languages()).containsExactly("de", "en", "es", "fr", "it", "nl", "pt");
    }

    private static Map<String, Set<String>> values(String language) {
        Path file = RenderFixture.SHIPPED.resolve("messages").resolve(language + ".properties");
        Map<String, Set<String>> values = new TreeMap<>();
        MessageFile.read(file)
                .texts(Map.of())
                .forEach((key, text) -> values.put(key, new MessageFormat(text, ULocale.ROOT).getArgumentNames()));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 1 | 1 Meldung aus 1 Quelle", "de | 2 | 2 Meldungen aus 2 Quellen",
                        "de | 1200 | 1.200 Meldungen aus 1.200 Quellen",
                "en | 1 | 1 story from 1 source", "en | 0 | 0 stories from 0 sources", "fr | 1 | 1 article de 1 source",
                "es | 3 | 3 noticias de 3 fuentes", "it | 1 | 1 notizia da 1 fonte",
                        "nl | 2 | 2 berichten uit 2 bronnen",
                "pt | 2 | 2 notícias de 2 fontes", "sv | 2 | 2 stories from 2 sources",
                        "de-AT | 1 | 1 Meldung aus 1 Quelle"
            })
    void pluralsGoWithTheirNumber(String language, int count, String expected) {
        Words words = messages().in(Locale.forLanguageTag(language));

        assertThat(words.text("counts", Map.of("stories", count, "sources", count)))
                .isEqualTo(expected);
    }

    @Test
    void anAdminChangesOneTextAndKeepsTheRest() throws IOException {
        write("de", "glance=Das Wichtigste\n");

        Words words = messages().in(Locale.GERMAN);

        assertThat(words.text("glance")).isEqualTo("Das Wichtigste");
        assertThat(words.text("brief")).isEqualTo("Kurz notiert");
    }

    @Test
    void anAdminAddsALanguageAndWhatItLacksIsEnglish() throws IOException {
        write("sv", "unsubscribe=Avsluta prenumerationen\n");

        Words words = messages().in(Locale.forLanguageTag("sv-SE"));

        assertThat(words.text("unsubscribe")).isEqualTo("Avsluta prenumerationen");
        assertThat(words.text("brief")).isEqualTo("In brief");
    }

    @Test
    void aBrokenTextIsToldWithItsLine() throws IOException {
        write("de", "# Texte\nalso-more=+ {count}\nalso=Auch {\n");

        assertThatThrownBy(this::messages)
                .isInstanceOf(TemplateFailure.class)
                .hasMessageStartingWith(own + "/messages/de.properties:3:1: also: ");
    }

    @Test
    void aValueThatDoesNotExistIsTold() throws IOException {
        write("de", "why=Wegen {adress}\n");

        assertThatThrownBy(this::messages)
                .hasMessage(own + "/messages/de.properties:1:1: why: there is no value {adress}");
    }

    private Messages messages() {
        return new Templates(RenderFixture.SHIPPED, Optional.of(own)).messages();
    }

    private void write(String language, String texts) throws IOException {
        Path folder = Files.createDirectories(own.resolve("messages"));
        Files.writeString(folder.resolve(language + ".properties"), texts);
    }
}

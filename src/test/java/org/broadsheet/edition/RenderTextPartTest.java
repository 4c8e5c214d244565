package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTextPartTest {
    private static final String LONG = "Ein Satz mit vielen Wörtern, der so lang ist, dass er gebrochen werden muss. ";

    private final EditionRenderer renderer = RenderFixture.renderer();

    @ParameterizedTest
    @ValueSource(strings = {"de", "ja", "ar"})
    void linesAreAtMost72WideExceptLinks(String language) {
        Edition edition = edition(
                language,
                story(LONG.repeat(3))
                        .summary(LONG.repeat(9))
                        .alsoBy("Ein Blatt mit langem Namen", "Noch eines", "Drittes Blatt am Ort")
                        .build(),
                story("漢字".repeat(120)).summary("ö".repeat(200)).build(),
                story(LONG).build());

        assertThat(renderer.render(edition).plain().lines())
                .filteredOn(line -> !line.contains("://"))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 72);
    }

    @Test
    void everyLinkStandsOnItsOwnLine() {
        String text = renderer.render(SampleEdition.in(Locale.GERMAN)).plain();

        assertThat(text.lines())
                .filteredOn(line -> line.contains("://"))
                .isNotEmpty()
                .allMatch(line -> line.strip().startsWith("http"));
    }

    @Test
    void theFooterFollowsTheSignatureLine() {
        String text = renderer.render(SampleEdition.in(Locale.GERMAN)).plain();
        List<String> footer =
                text.lines().dropWhile(line -> !line.equals("-- ")).toList();

        assertThat(String.join(" ", footer)).contains("Abmelden", "Musterstraße 1, 10115 Berlin", "Verlag & Söhne");
    }

    @Test
    void noLineEndsInSpacesAndNoTwoEmptyLinesFollowEachOther() {
        String text = renderer.render(SampleEdition.in(Locale.GERMAN)).plain();

        assertThat(text).doesNotContain("\n\n\n", "\r", "\t").endsWith("\n");
        assertThat(text.lines().filter(line -> !line.equals("-- "))).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void storiesReadInOrder() {
        Edition edition = edition(
                "de",
                story("Erste").summary("Was geschah.").score(2).build(),
                story("Zweite").summary("Was noch geschah.").build(),
                story("Dritte").build());

        assertThat(renderer.render(edition).plain()).contains("""
                Zweite
                Was noch geschah.
                Küstenblatt · 05:42 Uhr
                https://example.org/article?a=1&b=2

                * Dritte (Küstenblatt)
                  https://example.org/article?a=1&b=2

                --\s
                """);
    }

    @Test
    void anEditionWithoutStoriesSaysSo() {
        RenderedEdition mail = renderer.render(edition("de", List.of()));

        assertThat(mail.plain()).contains("Heute gibt es nichts Neues.");
        assertThat(mail.html()).contains("Heute gibt es nichts Neues.");
    }
}

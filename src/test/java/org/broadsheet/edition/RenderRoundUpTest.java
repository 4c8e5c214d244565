package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.renderer;
import static org.broadsheet.edition.RenderFixture.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a round-up says what it is. */
class RenderRoundUpTest {
    private static Edition roundUp(String language, String headline) {
        return RenderFixture.roundUp(
                RenderFixture.edition(language, story(headline).build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Das Beste der Woche | 6.–12. November 2025",
                "en | The best of the week | November 6–12, 2025",
                "en-GB | The best of the week | 6–12 November 2025",
                "fr | Le meilleur de la semaine | 6–12 novembre 2025",
                "es | Lo mejor de la semana | 6–12 de noviembre de 2025",
                "it | Il meglio della settimana | 6–12 novembre 2025",
                "nl | Het beste van de week | 6–12 november 2025",
                "pt | O melhor da semana | 6–12 de novembro de 2025"
            })
    void subjectAndHeadSayThatItIsTheWeeksBestAndOfWhichDays(String language, String words, String days) {
        RenderedEdition rendered = renderer().render(roundUp(language, "Hafen gesperrt"));

        assertThat(rendered.subject()).startsWith(words).endsWith("Hafen gesperrt");
        assertThat(plain(rendered.html())).contains(words, plain(days));
        assertThat(plain(rendered.plain())).contains(words, plain(days));
    }

    /** Which of its many spaces a language puts there is a matter of ICU. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Zs}+", " ").replace(" – ", "–");
    }

    @Test
    void aLongHeadlineGivesWayToThatInTheSubject() {
        String subject = renderer()
                .render(roundUp("de", "Behörden stellen ihre Dienste um ".repeat(4)))
                .subject();

        assertThat(subject).startsWith("Das Beste der Woche: Behörden stellen").hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void anEditionSaysNothingOfTheKind() {
        RenderedEdition rendered = renderer()
                .render(RenderFixture.edition("de", story("Hafen gesperrt").build()));

        assertThat(rendered.subject()).isEqualTo("Hafen gesperrt");
        assertThat(rendered.html()).doesNotContain("Woche");
        assertThat(rendered.plain()).startsWith("DER MORGEN\nMittwoch, 12. November 2025\n");
    }

    @Test
    void itsLinkToTheWebIsThatOfItsWeek() {
        assertThat(renderer().render(roundUp("de", "Hafen gesperrt")).html())
                .contains("https://news.example.org/archive/morning/2025-W46\"");
    }
}

package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import java.util.List;
import org.broadsheet.config.Look;
import org.broadsheet.config.SubjectPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderSubjectTest {
    private final EditionRenderer renderer = RenderFixture.renderer();

    @Test
    void isTheLeadStorysHeadline() {
        assertThat(subject("de", "Containerpreise fallen & fallen")).isEqualTo("Containerpreise fallen & fallen");
    }

    @Test
    void isShortenedAtAWord() {
        String headline = "Behörden stellen ihre Online-Dienste bis zum Frühjahr auf Passkeys um, sagt das Amt";

        assertThat(subject("de", headline))
                .isEqualTo("Behörden stellen ihre Online-Dienste bis zum Frühjahr auf Passkeys…");
    }

    @ParameterizedTest
    @CsvSource({"Wort , 60", "x, 300", "漢字, 150", "👩‍👩‍👧, 100", "ein-sehr-langes-, 20"})
    void neverHasMoreThan70Characters(String word, int times) {
        String subject = subject("de", word.repeat(times));

        assertThat(subject.codePointCount(0, subject.length())).isBetween(30, 70);
        assertThat(subject).endsWith("…").doesNotContain("\u200d…", " …");
    }

    @ParameterizedTest
    @CsvSource({
        "de, EILMELDUNG: ÄMTER SCHLIESSEN HEUTE, Eilmeldung: ämter schliessen heute",
        "tr, İZMİR'DE ISI YÜKSELDİ, İzmir'de ısı yükseldi",
        "en, „BREAKING“ NEWS, „Breaking“ news",
        "en, iPhone 17 IS HERE, iPhone 17 IS HERE",
        "en, 2025, 2025"
    })
    void neverShouts(String language, String headline, String expected) {
        assertThat(subject(language, headline)).isEqualTo(expected);
    }

    @Test
    void isTheTitleAndDateWhenThereIsNoStory() {
        assertThat(renderer.render(edition("de", List.of())).subject())
                .isEqualTo("Der Morgen – Mittwoch, 12. November 2025");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{lead}|Brücke gesperrt",
                "{title}: {lead}|Der Morgen: Brücke gesperrt",
                "{count} am {date}|1 Meldung am Mittwoch, 12. November 2025",
                "Presseschau|Presseschau",
            })
    void followsThePatternOfTheNewsletter(String pattern, String expected) {
        Edition edition =
                looking(pattern, edition("de", story("Brücke gesperrt").build()));

        assertThat(renderer.render(edition).subject()).isEqualTo(expected);
    }

    @Test
    void shortensTheHeadlineRatherThanWhatStandsBehindIt() {
        Edition edition = looking(
                "{lead} · {title}", edition("de", story("Wort ".repeat(30)).build()));

        assertThat(renderer.render(edition).subject())
                .endsWith("… · Der Morgen")
                .satisfies(subject -> assertThat(subject.length()).isBetween(60, 70));
    }

    @Test
    void isTheTitleAndDateWhenThePatternAsksForAHeadlineAndThereIsNone() {
        assertThat(renderer.render(looking("Heute: {lead}", edition("de", List.of())))
                        .subject())
                .isEqualTo("Der Morgen – Mittwoch, 12. November 2025");
    }

    private static Edition looking(String pattern, Edition edition) {
        Look usual = Look.usual();
        Look look = new Look(new SubjectPattern(pattern), usual.accent(), usual.logo(), usual.intro(), usual.closing());
        return new Edition(
                edition.id(),
                edition.newsletter(),
                edition.title(),
                edition.language(),
                edition.zone(),
                edition.scheduledFor(),
                edition.madeAt(),
                edition.week(),
                look,
                edition.focus(),
                edition.sections());
    }

    @Test
    void isOneLine() {
        assertThat(subject("de", "Eins\r\nBcc: zwei\u2028drei")).isEqualTo("Eins Bcc: zwei drei");
    }

    private String subject(String language, String headline) {
        return renderer.render(edition(language, story(headline).build())).subject();
    }
}

package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderMomentsTest {
    private final EditionRenderer renderer = RenderFixture.renderer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 2025-11-12T04:42:00Z | 05:42 Uhr",
                "en | 2025-11-12T04:42:00Z | 5:42 am",
                "en | 2025-11-12T15:05:00Z | 4:05 pm",
                "fr | 2025-11-12T04:42:00Z | 5 h 42",
                "es | 2025-11-12T04:42:00Z | 5:42 h",
                "it | 2025-11-12T04:42:00Z | ore 5:42",
                "nl | 2025-11-12T04:42:00Z | 05:42 uur",
                "pt | 2025-11-12T04:42:00Z | 05h42",
                "de | 2025-11-11T22:59:00Z | Gestern",
                "en | 2025-11-11T22:59:00Z | Yesterday",
                "de | 2025-11-11T23:00:00Z | 00:00 Uhr",
                "de | 2025-11-10T12:00:00Z | 10. November",
                "en | 2025-11-10T12:00:00Z | November 10",
                "de | 2024-12-31T12:00:00Z | 31. Dezember 2024",
                "pl | 2025-11-10T12:00:00Z | 10 listopada",
                "pl | 2025-11-12T04:42:00Z | 05:42"
            })
    void areWrittenAsReadersDo(String language, String instant, String expected) {
        String text = renderer.render(
                        edition(language, story("A").published(instant).build()))
                .plain();

        assertThat(text.lines()).contains("Küstenblatt · " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Mittwoch, 12. November 2025",
                "en | Wednesday, November 12, 2025",
                "en-GB | Wednesday, 12 November 2025",
                "pl | środa, 12 listopada 2025"
            })
    void theDateLineIsInTheLanguageOfTheMail(String language, String expected) {
        assertThat(renderer.render(edition(language, story("A").build()))
                        .plain()
                        .replace(" r.", "")
                        .replace("Wednesday 12", "Wednesday, 12"))
                .contains(expected);
    }

    @Test
    void areInTheZoneOfTheEdition() {
        Edition berlin =
                edition("de", story("A").published("2025-11-12T04:42:00Z").build());
        Edition fixed = new Edition(
                berlin.id(),
                "m",
                "M",
                berlin.language(),
                ZoneId.of("+09:30"),
                berlin.scheduledFor(),
                berlin.madeAt(),
                berlin.week(),
                berlin.look(),
                berlin.focus(),
                berlin.sections());

        assertThat(renderer.render(fixed).plain()).contains("14:12 Uhr");
    }

    @Test
    void aFeedsMissingDateIsNotMadeUp() {
        assertThat(renderer.render(edition("de", story("A").undated())).plain().lines())
                .contains("Küstenblatt");
    }
}

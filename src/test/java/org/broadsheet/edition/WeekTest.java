package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-W48",
        "2026-11-29, 2026-W48",
        "2026-12-31, 2026-W53",
        "2027-01-03, 2026-W53",
        "2027-01-04, 2027-W01",
        "2024-12-30, 2025-W01"
    })
    void isThatOfTheCalendarAlsoWhereYearsMeet(LocalDate day, String text) {
        assertThat(Week.of(day)).hasToString(text);
        assertThat(Week.parse(text)).hasValue(Week.of(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "2026-11-23T0700", "2026-W54", "2025-W53", "2026-W00", "2026-W1", "W01"})
    void nothingElseIsOne(String text) {
        assertThat(Week.parse(text)).isEmpty();
    }

    @Test
    void isOneForEachDayFromMondayToSunday() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        for (int day = 0; day < 7; day++) {
            assertThat(Week.of(monday.plusDays(day))).isEqualTo(new Week(2026, 48));
        }
    }
}

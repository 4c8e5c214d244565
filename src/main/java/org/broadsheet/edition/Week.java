package org.broadsheet.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/**
 * A week of the calendar, from Monday to Sunday (ISO 8601), by which a round-up is known.
 *
 * @param year which the week is counted in; the first days of January may still be of the year before
 * @param number from 1 to 53
 */
public record Week(int year, int number) {
    /** The week that a day is in. */
    public static Week of(LocalDate day) {
        return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The reverse of {@link #toString}; empty when the text is of another form. */
    public static Optional<Week> parse(String text) {
        try {
            return Optional.of(of(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As it stands in addresses and in the database: {@code 2026-W05}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }
}

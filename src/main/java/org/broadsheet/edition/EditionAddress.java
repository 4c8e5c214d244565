package org.broadsheet.edition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an edition is found among the pages: at its newsletter and the time it was due, a round-up at its week. The date
 * alone means the last edition of that day.
 */
public final class EditionAddress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm", Locale.ROOT);

    private EditionAddress() {}

    /**
     * The path of an edition's page.
     *
     * @param week which week's round-up it is; empty for any other edition
     */
    public static String path(String newsletter, Instant scheduledFor, Optional<Week> week, ZoneId zone) {
        return "/archive/" + newsletter + "/"
                + week.map(Week::toString).orElseGet(() -> TIME.format(scheduledFor.atZone(zone)));
    }

    /**
     * What the last part of a path means when it is no week.
     *
     * @return the first instant and the one after the last at which the edition was due; empty when it means nothing
     */
    public static Optional<Span> parse(String text, ZoneId zone) {
        try {
            if (text.indexOf('T') >= 0) {
                LocalDateTime time = LocalDateTime.parse(text, TIME);
                return Optional.of(new Span(
                        time.atZone(zone).toInstant(),
                        time.plusMinutes(1).atZone(zone).toInstant()));
            }
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new Span(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** From an instant on, and before another. */
    public record Span(Instant from, Instant before) {}
}

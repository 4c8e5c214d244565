package org.broadsheet.feed.repair;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day somewhere on earth, as dates write it: {@code 07:05:09.123+01:00}, {@code 7.05 PM}, {@code 24:00}.
 *
 * @param nanos since midnight; a day or more for the hour 24 and for leap seconds
 */
record DayTime(long nanos, ZoneOffset zone) {
    static final DayTime MIDNIGHT = new DayTime(0, ZoneOffset.UTC);

    /** Of a time within a longer text. */
    static final String CLOCK =
            "(\\d{1,2})[:.h](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,](\\d{1,20}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?";

    private static final Pattern TIME = Pattern.compile("(?:" + CLOCK + "|(\\d{2})(\\d{2})(\\d{2})?)(.*)");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})([Zz]|[+-].*)?");

    /** Reads a time and its zone; empty when it is none, or when something unknown follows. */
    static Optional<DayTime> parse(String text) {
        Matcher hour = HOUR.matcher(text.strip());
        if (hour.matches()) {
            return of(number(hour.group(1)), 0, 0, 0).flatMap(time -> time.in(hour.group(2)));
        }
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        Optional<DayTime> clock = time.group(6) == null
                ? clock(time)
                : of(number(time.group(6)), number(time.group(7)), number(time.group(8)), 0);
        return clock.flatMap(some -> some.in(time.group(9)));
    }

    /** The time of a match of {@link #CLOCK}, in UTC. */
    static Optional<DayTime> clock(Matcher match) {
        int hour = number(match.group(1));
        String half = match.group(5);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return of(hour, number(match.group(2)), number(match.group(3)), fraction(match.group(4)));
    }

    private static Optional<DayTime> of(int hour, int minute, int second, long nano) {
        if (hour > 24 || minute > 59 || second > 60) {
            return Optional.empty();
        }
        return Optional.of(new DayTime((hour * 3600L + minute * 60L + second) * 1_000_000_000L + nano, ZoneOffset.UTC));
    }

    /** The same time of day in a zone; empty when the zone is unknown. */
    Optional<DayTime> in(@Nullable String name) {
        return name == null || name.isBlank()
                ? Optional.of(this)
                : Zones.parse(name.strip()).map(offset -> new DayTime(nanos, offset));
    }

    Instant on(LocalDate day) {
        return day.atStartOfDay().plusNanos(nanos).toInstant(zone);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }
}

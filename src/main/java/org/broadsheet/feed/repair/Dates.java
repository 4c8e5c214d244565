package org.broadsheet.feed.repair;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as feeds write them: RFC 3339 and its wider family (W3C-DTF, ISO 8601), RFC 822 with every sin, asctime,
 * and dates in words or numbers of seven languages.
 *
 * <p>A missing zone is UTC, a missing time is midnight, a missing day is the first. A day of the week is ignored,
 * right or wrong.
 */
public final class Dates {
    private static final String TIME = "(?:[Tt\\s]+(.*))?";
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?|(\\d{2})(\\d{2}))?" + TIME);
    private static final Pattern YEAR_DAY = Pattern.compile("(\\d{4})-?(\\d{3})" + TIME);
    private static final Pattern YEAR_WEEK_DAY = Pattern.compile("(\\d{4})-?W(\\d{2})(?:-?(\\d))?" + TIME);
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final int LONGEST = 100;

    private Dates() {}

    /** The instant; empty when the text is no date. */
    public static Optional<Instant> parse(String text) {
        String date = EAST_ASIAN.matcher(text).replaceFirst(" $1/$2/$3 ").strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return EPOCH.matcher(date).matches()
                    ? Optional.of(epoch(date))
                    : numeric(date).or(() -> WrittenDate.parse(date));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Instant epoch(String digits) {
        long number = Long.parseLong(digits);
        return digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** Dates that begin with the year; the rest of it is the time. */
    private static Optional<Instant> numeric(String date) {
        Matcher matcher = YEAR_DAY.matcher(date);
        if (matcher.matches()) {
            return at(LocalDate.ofYearDay(number(matcher, 1), number(matcher, 2)), matcher.group(3));
        }
        matcher = YEAR_WEEK_DAY.matcher(date);
        if (matcher.matches()) {
            return at(weekday(matcher), matcher.group(4));
        }
        matcher = YEAR_MONTH_DAY.matcher(date);
        if (matcher.matches()) {
            int group = matcher.group(4) == null ? 2 : 4;
            LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, group), number(matcher, group + 1));
            return at(day, matcher.group(6));
        }
        return Optional.empty();
    }

    private static LocalDate weekday(Matcher matcher) {
        return LocalDate.of(number(matcher, 1), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(matcher, 2))
                .with(ChronoField.DAY_OF_WEEK, number(matcher, 3));
    }

    private static Optional<Instant> at(LocalDate day, @Nullable String time) {
        return time == null
                ? Optional.of(DayTime.MIDNIGHT.on(day))
                : DayTime.parse(time).map(some -> some.on(day));
    }

    /** What is left out is the first. */
    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}

package org.broadsheet.feed.repair;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in words, in whatever order: {@code Mon, 23 Nov 26 07:05 MEZ}, {@code Nov 23, 2026}, {@code 23. November 2026},
 * {@code Mon Nov 23 07:05:00 CET 2026}, {@code 23.11.2026 07:05}.
 *
 * <p>The time is found first, by its colon; of what is left, a word is the month or the zone, and numbers are day and
 * year: the year is the one that cannot be a day, or the later one.
 */
final class WrittenDate {
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\d.])" + DayTime.CLOCK.replace("[:.h]", ":").replace("[:.]", ":"));
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern ZONE = Pattern.compile(
            "(?:(?:UTC|GMT|UT)\\s*[+-]\\s*\\d{1,2}(?![\\d:])|(?:UTC|GMT|UT)?\\s*[+\u2212-]\\s*\\d{1,2}:?\\d{2}(?!\\d)|(?<=:\\d\\d )[+-]\\d{1,2}(?!\\d))");
    private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+");

    private final List<Integer> numbers = new ArrayList<>();
    private OptionalInt month = OptionalInt.empty();
    private Optional<String> zone = Optional.empty();
    private DayTime time = DayTime.MIDNIGHT;

    private WrittenDate() {}

    /** @throws java.time.DateTimeException when there is no such day */
    static Optional<Instant> parse(String text) {
        return new WrittenDate().read(text);
    }

    private Optional<Instant> read(String text) {
        String rest = takeTime(text);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Matcher numeric = NUMBERS.matcher(rest);
        if (numeric.find()) {
            LocalDate day = numericDay(numeric);
            takeWords(rest.substring(numeric.end()));
            return on(day);
        }
        takeWords(rest);
        return month.isPresent() && !numbers.isEmpty() && numbers.size() <= 3 ? on(writtenDay()) : Optional.empty();
    }

    private Optional<Instant> on(LocalDate day) {
        // A zone that nobody knows is better taken for UTC than the date for none.
        DayTime zoned = zone.flatMap(name -> time.in(name)).orElse(time);
        return Optional.of(zoned.on(day));
    }

    /** Notes the time and a zone in numbers; gives the text without them, or nothing when the time is impossible. */
    private String takeTime(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return text;
        }
        Optional<DayTime> found = DayTime.clock(clock);
        if (found.isEmpty()) {
            return "";
        }
        time = found.get();
        Matcher offset = ZONE.matcher(text).region(clock.end(), text.length());
        if (offset.find()) {
            zone = Optional.of(offset.group());
            return text.substring(0, clock.start()) + " " + text.substring(clock.end(), offset.start()) + " "
                    + text.substring(offset.end());
        }
        return text.substring(0, clock.start()) + " " + text.substring(clock.end());
    }

    private void takeWords(String rest) {
        Matcher token = TOKEN.matcher(rest);
        while (token.find()) {
            String word = token.group();
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word.length() > 4 ? -1 : Integer.parseInt(word));
            } else if (MonthNames.find(word).isPresent()) {
                // The last one: "mar" is March, but also a Tuesday in three languages, and days come first.
                month = MonthNames.find(word);
            } else if (zone.isEmpty() && Zones.parse(word).isPresent()) {
                zone = Optional.of(word);
            }
        }
    }

    private LocalDate writtenDay() {
        int first = numbers.get(0);
        if (numbers.size() == 1) {
            return LocalDate.of(year(first), month.getAsInt(), 1);
        }
        int second = numbers.get(1);
        return first > 31
                ? LocalDate.of(first, month.getAsInt(), second)
                : LocalDate.of(year(second), month.getAsInt(), first);
    }

    /** With dots and hyphens the day comes first; with slashes the month, as in America, unless it cannot be one. */
    private static LocalDate numericDay(Matcher numeric) {
        int first = Integer.parseInt(numeric.group(1));
        int second = Integer.parseInt(numeric.group(3));
        int year = year(Integer.parseInt(numeric.group(4)));
        boolean monthFirst = (numeric.group(2).equals("/") && first <= 12) || second > 12;
        return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    /** RFC 2822 section 4.3: two digits below 50 are of this century; three are years since 1900. */
    private static int year(int written) {
        if (written < 50) {
            return 2000 + written;
        }
        return written < 1000 ? 1900 + written : written;
    }
}

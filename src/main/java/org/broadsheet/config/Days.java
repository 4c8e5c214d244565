package org.broadsheet.config;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week as an admin writes them: {@code daily}, {@code mon-fri}, {@code mon,wed,fri}, {@code fri-sun}. */
public record Days(Set<DayOfWeek> set) {
    static final Days DAILY = new Days(EnumSet.allOf(DayOfWeek.class));

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    public Days {
        if (set.isEmpty()) {
            throw new IllegalArgumentException("no day");
        }
        set = Set.copyOf(set);
    }

    /** Reads one of the forms above; a range may run over the week's end. */
    static Days parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("daily")) {
            return DAILY;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : lower.split(",", -1)) {
            addRange(days, part.strip());
        }
        return new Days(days);
    }

    /** That day alone. */
    static Days only(DayOfWeek day) {
        return new Days(EnumSet.of(day));
    }

    /** Reads one day of the week, written out or by its first three letters. */
    static DayOfWeek one(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> written = Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = NAMES.contains(wanted) ? NAMES.indexOf(wanted) : written.indexOf(wanted);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a day of the week such as friday" + Suggestion.didYouMean(text, written));
        }
        return DayOfWeek.of(index + 1);
    }

    private static void addRange(Set<DayOfWeek> days, String part) {
        String[] ends = part.split("-", 2);
        DayOfWeek last = day(ends[ends.length - 1]);
        DayOfWeek day = day(ends[0]);
        days.add(day);
        while (day != last) {
            day = day.plus(1);
            days.add(day);
        }
    }

    private static DayOfWeek day(String name) {
        int index = NAMES.indexOf(name.strip());
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a day; write daily, mon-fri, or days such as mon,wed,fri");
        }
        return DayOfWeek.of(index + 1);
    }

    /** The day-of-week field of a Quartz cron expression. */
    String cronField() {
        return set.stream()
                .sorted()
                .map(day -> NAMES.get(day.getValue() - 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}

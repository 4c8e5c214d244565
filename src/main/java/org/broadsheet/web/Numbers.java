package org.broadsheet.web;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Figures, days and times as people of a language write them. */
public record Numbers(Locale language) {
    /** A whole number. */
    public String shown(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** A difference, with its sign. */
    public String change(long number) {
        return (number > 0 ? "+" : number < 0 ? "−" : "±") + shown(Math.abs(number));
    }

    /** A part of all, with one place after the point, and never 100 while something is missing. */
    public String percent(long part, long all) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return all == 0 ? "" : format.format((double) part / all);
    }

    /** A day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(day);
    }

    /** An instant in a time zone. */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(instant.atZone(zone));
    }
}

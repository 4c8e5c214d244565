package org.broadsheet.edition;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * Dates and times as readers of an edition write them.
 *
 * @param today the edition's date in its zone
 * @param roundUp whether it tells of the week up to that date
 */
record Moments(Words words, ZoneId zone, LocalDate today, boolean roundUp) {
    private static final int DAYS = 7;

    static Moments of(Edition edition, Words words) {
        ZoneId zone = edition.zone();
        // An edition is of the day it was due; a round-up is of the week up to the day when it was made.
        Instant of = edition.week().isPresent() ? edition.madeAt() : edition.scheduledFor();
        return new Moments(
                words, zone, LocalDate.ofInstant(of, zone), edition.week().isPresent());
    }

    /** The edition's date with its day of the week, "Mittwoch, 12. November 2025", or the days of a round-up's week. */
    String dateLine() {
        return roundUp ? span(today.minusDays(DAYS - 1L), today) : inSkeleton("yMMMMEEEEd", today.atStartOfDay());
    }

    /** When an article came out: the time today, "yesterday", or the date. */
    String when(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (local.toLocalDate().equals(today)) {
            return time(local);
        }
        if (local.toLocalDate().equals(today.minusDays(1))) {
            return words.text("yesterday");
        }
        return inSkeleton(local.getYear() == today.getYear() ? "MMMMd" : "yMMMMd", local);
    }

    private String time(LocalDateTime local) {
        if (!words.isOwn()) {
            return inSkeleton("jm", local);
        }
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale());
        symbols.setAmPmStrings(new String[] {"am", "pm"});
        SimpleDateFormat format = new SimpleDateFormat(words.pattern("time-format"), locale());
        format.setDateFormatSymbols(symbols);
        return format(format, local);
    }

    private String inSkeleton(String skeleton, LocalDateTime local) {
        return format(DateFormat.getInstanceForSkeleton(skeleton, locale()), local);
    }

    private String span(LocalDate from, LocalDate to) {
        DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMMd", locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new DateInterval(millis(from), millis(to)));
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** ICU knows other zones than the JDK; so the local time is handed over as if it were UTC. */
    private static String format(DateFormat format, LocalDateTime local) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(local.toInstant(ZoneOffset.UTC)));
    }

    private ULocale locale() {
        return ULocale.forLocale(words.language());
    }
}

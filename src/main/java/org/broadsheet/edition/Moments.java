package org.broadsheet.edition;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
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
 */
record Moments(Words words, ZoneId zone, LocalDate today) {

    static Moments of(Edition edition, Words words) {
        ZoneId zone = edition.zone();
        return new Moments(words, zone, LocalDate.ofInstant(edition.scheduledFor(), zone));
    }

    /** The edition's date with its day of the week: "Mittwoch, 12. November 2025". */
    String dateLine() {
        return inSkeleton("yMMMMEEEEd", today.atStartOfDay());
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

    /** ICU knows other zones than the JDK; so the local time is handed over as if it were UTC. */
    private static String format(DateFormat format, LocalDateTime local) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(local.toInstant(ZoneOffset.UTC)));
    }

    private ULocale locale() {
        return ULocale.forLocale(words.language());
    }
}

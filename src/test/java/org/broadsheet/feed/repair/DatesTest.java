package org.broadsheet.feed.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 23 Nov 2026 07:05:09 +0100       | 2026-11-23T06:05:09Z
            Mon, 23 Nov 2026 07:05:09 GMT         | 2026-11-23T07:05:09Z
            Mon, 23 Nov 26 07:05 EST              | 2026-11-23T12:05:00Z
            23 Nov 2026 07:05:09 PDT              | 2026-11-23T14:05:09Z
            Fri, 23 Nov 2026 07:05:09 +0000       | 2026-11-23T07:05:09Z
            Mon, 23 Nov 2026 07:05:09             | 2026-11-23T07:05:09Z
            Mon, 23 Nov 2026                      | 2026-11-23T00:00:00Z
            Mon, 23 Nov 2026 24:00:00 GMT         | 2026-11-24T00:00:00Z
            Mon, 23 Nov 2026 23:59:60 GMT         | 2026-11-24T00:00:00Z
            Mon,23 Nov 2026 07:05:09 UT           | 2026-11-23T07:05:09Z
            Mon, 23 Nov 2026 07:05:09 +01:00      | 2026-11-23T06:05:09Z
            Mon, 23 Nov 2026 07:05:09 GMT+1       | 2026-11-23T06:05:09Z
            Mon, 23 Nov 2026 07:05:09 GMT+0100    | 2026-11-23T06:05:09Z
            Mon, 23 Nov 2026 07:05:09 MEZ         | 2026-11-23T06:05:09Z
            Mo, 23 Nov 2026 07:05:09 MESZ         | 2026-11-23T05:05:09Z
            Mon, 23 November 2026 07:05:09 -0000  | 2026-11-23T07:05:09Z
            Mon, 23 Nov 2026 7:5:9 Z              | 2026-11-23T07:05:09Z
            Mon, 23 Nov 2026 07:05:09 PM          | 2026-11-23T19:05:09Z
            Mon, 23 Nov 2026 07:05:09 +0100 (CET) | 2026-11-23T06:05:09Z
            Mon, 23-Nov-2026 07:05:09 GMT         | 2026-11-23T07:05:09Z
            Monday, 23-Nov-26 07:05:09 GMT        | 2026-11-23T07:05:09Z
            Mon, 23 Nov 1998 07:05:09 GMT         | 1998-11-23T07:05:09Z
            Mon, 23 Nov 98 07:05:09 GMT           | 1998-11-23T07:05:09Z
            Mon Nov 23 07:05:09 2026              | 2026-11-23T07:05:09Z
            Mon Nov 23 07:05:09 CET 2026          | 2026-11-23T06:05:09Z
            Mon Nov 23 07:05:09 +0100 2026        | 2026-11-23T06:05:09Z
            Mon, 23 Mär 2026 07:05:09 +0100       | 2026-03-23T06:05:09Z
            Mo, 23. März 2026 07:05 Uhr           | 2026-03-23T07:05:00Z
            23. Dezember 2026                     | 2026-12-23T00:00:00Z
            Mi, 07 Okt 2026 07:05:09 +0200        | 2026-10-07T05:05:09Z
            lun., 23 févr. 2026 07:05:09 +0100    | 2026-02-23T06:05:09Z
            1 août 2026 07:05                     | 2026-08-01T07:05:00Z
            23 déc. 2026 07:05:09 GMT             | 2026-12-23T07:05:09Z
            November 23, 2026 7:05 am EST         | 2026-11-23T12:05:00Z
            Nov 23, 2026                          | 2026-11-23T00:00:00Z
            Nov 2026                              | 2026-11-01T00:00:00Z
            2026年11月23日 07:05                  | 2026-11-23T07:05:00Z
            2026년 11월 23일                      | 2026-11-23T00:00:00Z
            пн, 23 ноября 2026 07:05:09 +0300     | 2026-11-23T04:05:09Z
            23 listopada 2026                     | 2026-11-23T00:00:00Z
            Pzt, 23 Kas 2026 07:05:09 +0300       | 2026-11-23T04:05:09Z
            23.11.2026                            | 2026-11-23T00:00:00Z
            23.11.2026 07:05                      | 2026-11-23T07:05:00Z
            23.11.26, 07:05:09                    | 2026-11-23T07:05:09Z
            11/23/2026 7:05:09 PM                 | 2026-11-23T19:05:09Z
            23/11/2026 07:05                      | 2026-11-23T07:05:00Z
            2026-11-23T07:05:09Z                  | 2026-11-23T07:05:09Z
            2026-11-23t07:05:09z                  | 2026-11-23T07:05:09Z
            2026-11-23T07:05:09+01:00             | 2026-11-23T06:05:09Z
            2026-11-23T07:05:09.123456789+01:00   | 2026-11-23T06:05:09.123456789Z
            2026-11-23T07:05:09,5Z                | 2026-11-23T07:05:09.500Z
            2026-11-23T07:05:09+0100              | 2026-11-23T06:05:09Z
            2026-11-23T07:05:09+01                | 2026-11-23T06:05:09Z
            2026-11-23T07:05:09                   | 2026-11-23T07:05:09Z
            2026-11-23T07:05Z                     | 2026-11-23T07:05:00Z
            2026-11-23 07:05:09                   | 2026-11-23T07:05:09Z
            2026-11-23 07:05:09 +0100             | 2026-11-23T06:05:09Z
            2026-11-23 07:05:09 UTC               | 2026-11-23T07:05:09Z
            2026-11-23T24:00:00Z                  | 2026-11-24T00:00:00Z
            2026-11-23T07                         | 2026-11-23T07:00:00Z
            2026/11/23 07:05:09                   | 2026-11-23T07:05:09Z
            2026-11-23                            | 2026-11-23T00:00:00Z
            2026-11                               | 2026-11-01T00:00:00Z
            2026                                  | 2026-01-01T00:00:00Z
            20261123                              | 2026-11-23T00:00:00Z
            20261123T070509Z                      | 2026-11-23T07:05:09Z
            2026-327                              | 2026-11-23T00:00:00Z
            2026-W48-1                            | 2026-11-23T00:00:00Z
            1795417509                            | 2026-11-23T07:05:09Z
            1795417509000                         | 2026-11-23T07:05:09Z
            """)
    void readsDatesHoweverTheyAreWritten(String text, Instant instant) {
        assertThat(Dates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "yesterday 07:05",
                "07:05:09",
                "Mon, 31 Feb 2026 07:05:09 GMT",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "32 Nov 2026",
                "Mon, 23 Nov 2026 25:00:00 GMT",
                "0",
                "-1",
                "2026-11-23Tnoon",
                "99999999999999999999",
                "00/00/0000",
                "Nov",
                "23 Foo 2026"
            })
    void saysThatAnythingElseIsNoDate(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    /** Every date in every language and style that the JDK would write it in is read back. */
    @Test
    void readsWhatOthersWrite() {
        long seed = Long.getLong("broadsheet.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            ZonedDateTime date = ZonedDateTime.ofInstant(
                    Instant.ofEpochSecond(random.nextLong(631_152_000L, 2_500_000_000L)),
                    ZoneOffset.ofTotalSeconds(random.nextInt(-11, 13) * 3600));
            Locale locale = Locale.forLanguageTag(
                    List.of("en", "de", "fr", "es", "it", "nl", "pt").get(random.nextInt(7)));
            String pattern = List.of(
                            "EEE, dd MMM yyyy HH:mm:ss Z",
                            "EEEE, d. MMMM yyyy HH:mm:ss XXX",
                            "dd MMM yyyy HH:mm:ss z",
                            "yyyy-MM-dd'T'HH:mm:ssXXX",
                            "MMM d, yyyy h:mm:ss a Z",
                            "EEE MMM dd HH:mm:ss Z yyyy")
                    .get(random.nextInt(6));
            String text = DateTimeFormatter.ofPattern(pattern, pattern.contains(" a ") ? Locale.ENGLISH : locale)
                    .format(date);

            assertThat(Dates.parse(text)).as("seed %d: %s", seed, text).contains(date.toInstant());
        }
    }

    @Test
    void knowsTheNamesOfCentralEuropeAllYear() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        for (int month = 1; month <= 12; month++) {
            ZonedDateTime date = ZonedDateTime.of(2026, month, 15, 7, 5, 9, 0, berlin);
            String zone = berlin.getRules().isDaylightSavings(date.toInstant()) ? "MESZ" : "MEZ";
            String text =
                    "15. " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN) + " 2026 07:05:09 " + zone;
            assertThat(Dates.parse(text)).contains(date.toInstant());
        }
    }
}

package org.broadsheet.feed.repair;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What feeds write for a time zone: numbers, and the names of RFC 822, of Europe, and of the rest of the world. */
final class Zones {
    private static final Pattern NUMERIC = Pattern.compile(
            "(?:UTC|GMT|UT|Z)?\\s*([+-\u2212])\\s*(\\d{1,2}):?(\\d{2})?(?::?(\\d{2}))?\\s*(?:\\(.*\\)|[A-Z]{2,5})?");

    /** Hours from UTC. Where a name has two meanings it is the one of the larger press: IST is India's, BST Britain's. */
    private static final Map<String, Double> HOURS = hours(
            "0 UT UTC GMT Z WET",
            "1 CET MEZ BST WEST MET",
            "2 CEST MESZ EET SAST MEST",
            "3 EEST MSK TRT EAT",
            "4 GST MSD",
            "5 PKT",
            "5.5 IST",
            "7 WIB ICT",
            "8 AWST SGT HKT PHT WITA",
            "9 JST KST WIT",
            "9.5 ACST",
            "10 AEST",
            "10.5 ACDT",
            "11 AEDT",
            "12 NZST",
            "13 NZDT",
            "-3 ART BRT ADT",
            "-2.5 NDT",
            "-3.5 NST",
            "-4 EDT AST CLT",
            "-5 EST CDT COT PET",
            "-6 CST MDT",
            "-7 MST PDT",
            "-8 PST AKDT",
            "-9 AKST",
            "-10 HST");

    private Zones() {}

    static Optional<ZoneOffset> parse(String text) {
        String name = text.toUpperCase(Locale.ROOT).replaceAll("^[\\s(\\[]+|[\\s)\\].]+$", "");
        Double hours = HOURS.get(name);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
        }
        Matcher numeric = NUMERIC.matcher(name);
        return numeric.matches() ? offset(numeric) : Optional.empty();
    }

    /** Offsets beyond a day are typing errors; RFC 2822 has -0000 for "unknown", which is UTC. */
    private static Optional<ZoneOffset> offset(Matcher numeric) {
        int hours = Integer.parseInt(numeric.group(2));
        int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
        if (hours > 18 || minutes > 59) {
            return Optional.of(ZoneOffset.UTC);
        }
        int seconds = Math.min(18 * 3600, hours * 3600 + minutes * 60);
        return Optional.of(ZoneOffset.ofTotalSeconds(numeric.group(1).equals("+") ? seconds : -seconds));
    }

    private static Map<String, Double> hours(String... lines) {
        Map<String, Double> hours = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                hours.put(words[i], Double.valueOf(words[0]));
            }
        }
        return Map.copyOf(hours);
    }
}

package org.broadsheet.config;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Reads IANA time zone names, and none of the short and fixed forms that know no summer time. */
final class TimeZones {
    private TimeZones() {}

    static ZoneId parse(String text) {
        String name = text.strip();
        Collection<String> known = ZoneId.getAvailableZoneIds();
        if (known.contains(name)) {
            return ZoneId.of(name);
        }
        String meant = byCity(name, known)
                .or(() -> Suggestion.nearest(name, known))
                .map(Suggestion::question)
                .orElse("; write an IANA name such as Europe/Berlin");
        throw new IllegalArgumentException("'" + name + "' is not a time zone" + meant);
    }

    private static Optional<String> byCity(String name, Collection<String> known) {
        String ending = "/" + name.toLowerCase(Locale.ROOT).replace(' ', '_');
        return known.stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(ending))
                .min((left, right) -> left.length() - right.length());
    }
}

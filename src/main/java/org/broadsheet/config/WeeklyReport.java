package org.broadsheet.config;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The weekly mail to the admin: what was sent, what bounced, which feeds died, which topics were empty.
 *
 * @param at in the time zone
 */
public record WeeklyReport(
        @Key(doc = "Who gets it.", example = "[editors@example.org]")
        List<EmailAddress> to,

        @Key(doc = "The day it is sent.", byDefault = "mon", example = "mon")
        Days day,

        @Key(doc = "The time of day, in the time zone below.", byDefault = "\"08:00\"")
        LocalTime at,

        @Key(doc = "The time zone, as an IANA name.", byDefault = "Europe/Berlin")
        ZoneId timeZone,

        @Key(doc = "Its language.", byDefault = "en") Locale language) {

    public WeeklyReport {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("to: needs an address");
        }
    }

    /** When it is due. */
    public Schedule schedule() {
        return new Schedule(Optional.of(at), Optional.of(day), Optional.empty(), timeZone, Duration.ofDays(3));
    }
}

package org.broadsheet.config;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How fast mails may go out, in {@code config/broadsheet.yml}. */
public record Pace(
        @Key(doc = "The most mails a minute, to all readers together; 0 is no limit.", byDefault = "0", min = 0)
        int perMinute,

        @Key(doc = "What one domain of readers may get.", byDefault = "{}")
        Limit eachDomain,

        @Key(doc = "What some domains may get, where that is not what each may get.", byDefault = "[]")
        List<DomainLimit> domains,

        @Key(doc = "Begins with few mails a day, where the sender's address is new to its receivers.")
        Optional<WarmUp> warmUp,

        @Key(doc = "The hours in which nothing is sent.") Optional<Quiet> quiet,

        @Key(
                doc = "The part of an edition, in percent, that may be refused for good before the rest waits for you.",
                byDefault = "20",
                min = 1,
                max = 100)
        int mostRefused) {

    public Pace {
        domains = List.copyOf(domains);
    }

    /** No limits but the usual one of refusals. */
    public static Pace unlimited() {
        return new Pace(0, Limit.NONE, List.of(), Optional.empty(), Optional.empty(), 20);
    }

    /** What a domain of readers may get. */
    public record Limit(
            @Key(doc = "The most mails a minute; 0 is no limit.", byDefault = "0", min = 0)
            int perMinute,

            @Key(
                    doc = "How many mails at once, each over a connection of its own; 0 is no limit.",
                    byDefault = "0",
                    min = 0)
            int connections) {
        /** As much as there is. */
        public static final Limit NONE = new Limit(0, 0);
    }

    /** What one domain may get. */
    public record DomainLimit(
            @Key(doc = "The domain, as it stands behind the @.", example = "gmx.de")
            String domain,

            @Key(doc = "The most mails a minute; 0 is no limit.", byDefault = "0", min = 0)
            int perMinute,

            @Key(
                    doc = "How many mails at once, each over a connection of its own; 0 is no limit.",
                    byDefault = "0",
                    min = 0)
            int connections) {
        /** Without the domain. */
        public Limit limit() {
            return new Limit(perMinute, connections);
        }
    }

    /** A plan of mails a day that grows. */
    public record WarmUp(
            @Key(doc = "The first day, such as 2026-12-01.") LocalDate from,

            @Key(doc = "How many mails on the first day.", byDefault = "500", min = 1)
            int firstDay,

            @Key(doc = "How many times as many on each day after.", byDefault = "1.5")
            double growth,

            @Key(doc = "How many days the plan lasts; then there is no limit.", byDefault = "30", min = 1, max = 365)
            int days) {
        public WarmUp {
            if (growth < 1) {
                throw new IllegalArgumentException("growth: must be 1 or more");
            }
        }
    }

    /** The hours in which nothing is sent. */
    public record Quiet(
            @Key(doc = "From then on nothing is sent.", byDefault = "\"22:00\"")
            LocalTime from,

            @Key(doc = "From then on it goes on.", byDefault = "\"06:00\"")
            LocalTime until,

            @Key(doc = "The time zone of both.", byDefault = "Europe/Berlin")
            ZoneId timeZone) {
        public Quiet {
            if (from.equals(until)) {
                throw new IllegalArgumentException("until: must not be the same as `from`");
            }
        }
    }
}

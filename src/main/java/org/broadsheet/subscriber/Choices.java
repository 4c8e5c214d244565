package org.broadsheet.subscriber;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader chose for one newsletter; what is empty is as the newsletter does it for everybody.
 *
 * @param topics the ids of those wanted; empty is all of them
 * @param timeZone in which {@code deliverAt} is meant
 * @param deliverAt to the minute; empty is as soon as an edition is made
 * @param pausedUntil nothing is owed before
 */
public record Choices(
        List<String> topics,
        Frequency frequency,
        Optional<Locale> language,
        Optional<ZoneId> timeZone,
        Optional<LocalTime> deliverAt,
        Optional<Instant> pausedUntil) {

    /** Nothing chosen. */
    public static final Choices NONE = new Choices(
            List.of(), Frequency.EVERY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Choices {
        topics = List.copyOf(topics);
        // They are kept one a line.
        if (topics.stream().anyMatch(topic -> topic.isBlank() || topic.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a topic's id is one line");
        }
    }
}

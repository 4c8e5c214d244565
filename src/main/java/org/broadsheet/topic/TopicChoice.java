package org.broadsheet.topic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The topic of an article or a story, and why.
 *
 * @param topic the topic's id; empty when none fits
 * @param evidence what speaks for it
 * @param told the evidence in a few words for the admin
 * @param certainty from 0 to 1
 * @param chances how likely each topic is, by its id, and under {@link #OTHER} that none fits; empty when nobody asked
 */
public record TopicChoice(
        Optional<String> topic, Evidence evidence, String told, double certainty, Map<String, Double> chances) {
    /** What stands for no topic among the chances. */
    public static final String OTHER = "";

    /** A second topic that is so much less likely is no rival. */
    private static final double NEAR = 0.5;

    public TopicChoice {
        chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
    }

    static TopicChoice explicit(String topic, Evidence evidence, String told) {
        return new TopicChoice(Optional.of(topic), evidence, told, 1, Map.of());
    }

    static TopicChoice none(String told) {
        return new TopicChoice(Optional.empty(), Evidence.NONE, told, 0, Map.of());
    }

    /** The topic that would be next, by its id or {@link #OTHER}, when it is about as likely; then the choice is a close one. */
    public Optional<String> rival() {
        String chosen = topic.orElse(OTHER);
        double own = chances.getOrDefault(chosen, 0.0);
        return chances.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(chosen) && entry.getValue() >= own * NEAR)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}

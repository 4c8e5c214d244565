package org.broadsheet.topic;

import java.util.Optional;

/**
 * The topic of an article, and why.
 *
 * @param topic the topic's id; empty when none fits
 * @param weight how strong the evidence is, for a story whose articles disagree; comparable within one newsletter
 * @param evidence in a few words for the admin
 */
public record TopicChoice(Optional<String> topic, double weight, String evidence) {}

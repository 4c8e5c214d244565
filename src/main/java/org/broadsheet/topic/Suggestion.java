package org.broadsheet.topic;

/**
 * A keyword that a topic could have.
 *
 * @param keyword as most articles write it
 * @param articles how many use it
 * @param share how much of these belong to the topic already, from 0 to 1
 */
public record Suggestion(String keyword, int articles, double share) {}

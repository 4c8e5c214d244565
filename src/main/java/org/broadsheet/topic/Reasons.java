package org.broadsheet.topic;

import java.util.List;

/**
 * The words of an article that spoke the most for its topic, and the most against it, the strongest first.
 *
 * @param against what the topic was compared with: the title of the next one, or empty for none
 */
public record Reasons(List<Word> strongestFor, List<Word> strongestAgainst, String against) {
    public Reasons {
        strongestFor = List.copyOf(strongestFor);
        strongestAgainst = List.copyOf(strongestAgainst);
    }

    /**
     * A word.
     *
     * @param text as it is written in the article
     * @param weight what it adds to the logarithm of how likely the topic is; negative when it takes away
     */
    public record Word(String text, double weight) {}
}

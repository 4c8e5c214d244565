package org.broadsheet.topic;

/** What speaks for an article's topic, the strongest first. */
public enum Evidence {
    /** A rule of the topic ({@code must}). */
    RULE,
    /** The topic of its feed. */
    FEED,
    /** One of its categories. */
    CATEGORY,
    /** The section of its site that its link lies in. */
    SECTION,
    /** What the classifier learned from keywords. */
    CLASSIFIER,
    /** Keywords alone, where there is too little to learn from. */
    KEYWORDS,
    /** Nothing. */
    NONE;

    /** Whether it is a matter of fact rather than of likelihood. */
    public boolean isExplicit() {
        return compareTo(CLASSIFIER) < 0;
    }
}

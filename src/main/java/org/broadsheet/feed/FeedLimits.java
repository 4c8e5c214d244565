package org.broadsheet.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no feed needs, and only an attack or a mistake has. A tree takes many times the memory of its text, so what
 * would become a huge one is refused before it is made.
 */
final class FeedLimits {
    static final int MOST_ENTRIES = 100_000;
    private static final int MOST_TAGS = 1_000_000;
    private static final Pattern ENTRY = Pattern.compile("<(?:item|entry)[\\s>]", Pattern.CASE_INSENSITIVE);

    private FeedLimits() {}

    /** What is too much of a text, for the admin; empty when nothing is. */
    static Optional<String> exceeded(String xml) {
        if (xml.chars().filter(letter -> letter == '<').count() > MOST_TAGS) {
            return Optional.of("it has more than 1,000,000 tags, as no feed has");
        }
        return ENTRY.matcher(xml).results().skip(MOST_ENTRIES).findFirst().map(one -> tooManyEntries());
    }

    static String tooManyEntries() {
        return "it has more than 100,000 entries, as no feed has";
    }
}

package org.broadsheet.story;

import java.util.Locale;

/** Knows how common words are, by language. */
@FunctionalInterface
public interface Backgrounds {
    /** What is known of a language; empty for one of which nothing is. */
    Background of(Locale language);
}

package org.broadsheet.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the language that a feed claims. */
final class Languages {
    private static final Set<String> KNOWN = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    private Languages() {}

    /** A BCP 47 tag, with the underscores and letter cases that feeds get wrong; empty when it is no language. */
    static Optional<Locale> parse(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        return Optional.of(locale).filter(some -> KNOWN.contains(some.getLanguage()));
    }
}

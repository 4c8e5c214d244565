package org.broadsheet.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Guesses what language a reader wants to read, from {@code ?lang=} or from what the browser says (RFC 9110 12.5.4). */
final class PageLanguage {
    private static final int LONGEST_HEADER = 200;

    private PageLanguage() {}

    /** One of the languages that there are, or else the page's own. */
    static Locale of(Context context, Collection<String> known, Locale otherwise) {
        return Optional.ofNullable(context.queryParam("lang"))
                .filter(known::contains)
                .map(Locale::forLanguageTag)
                .or(() -> Optional.ofNullable(Locale.lookup(
                        wanted(context),
                        known.stream().map(Locale::forLanguageTag).toList())))
                .orElse(otherwise);
    }

    /** The browser's first choice, with its country; without a language when the browser says nothing. */
    static Locale first(Context context) {
        return wanted(context).stream()
                .findFirst()
                .map(LanguageRange::getRange)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ROOT);
    }

    private static List<LanguageRange> wanted(Context context) {
        String header = context.header("Accept-Language");
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException nonsense) {
            return List.of();
        }
    }
}

package org.broadsheet.config;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads BCP 47 tags of languages and countries that exist. */
final class Languages {
    private Languages() {}

    static Locale parse(String text) {
        String tag = text.strip();
        Locale locale = wellFormed(tag);
        if (!isLanguage(locale.getLanguage())) {
            throw new IllegalArgumentException("'" + tag + "' is not a language tag" + meant(tag));
        }
        if (!isCountry(locale.getCountry())) {
            throw new IllegalArgumentException(
                    "'" + tag + "' names no country that exists; write a tag such as de, en-GB or pt-BR");
        }
        return locale;
    }

    private static Locale wellFormed(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException broken) {
            throw new IllegalArgumentException("'" + tag + "' is not a language tag" + meant(tag), broken);
        }
    }

    private static boolean isLanguage(String language) {
        // The JDK knows those of two letters; ICU, whose data takes a while to load, those of three as well.
        return Arrays.asList(Locale.getISOLanguages()).contains(language)
                || Arrays.asList(ULocale.getISOLanguages()).contains(language);
    }

    private static boolean isCountry(String country) {
        return country.length() != 2 || Arrays.asList(Locale.getISOCountries()).contains(country);
    }

    private static String meant(String tag) {
        return withHyphen(tag)
                .or(() -> byName(tag))
                .map(Suggestion::question)
                .orElse("; write one such as de, en-GB or pt-BR");
    }

    /** {@code en_GB} is how POSIX and Java write it. */
    private static Optional<String> withHyphen(String tag) {
        boolean likely = tag.matches("[A-Za-z]{2,3}_[A-Za-z]{2}");
        return likely ? Optional.of(tag.replace('_', '-')) : Optional.empty();
    }

    /** {@code deutsch} and {@code German} both mean {@code de}. */
    private static Optional<String> byName(String name) {
        return Arrays.stream(ULocale.getISOLanguages())
                .filter(language -> names(language).stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    private static List<String> names(String language) {
        ULocale locale = new ULocale(language);
        return List.of(locale.getDisplayLanguage(locale), locale.getDisplayLanguage(ULocale.ENGLISH));
    }
}

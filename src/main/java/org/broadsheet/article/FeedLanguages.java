package org.broadsheet.article;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides in which language the entries of a feed are: the one that the feed names, or else the one that most of its
 * entries look like.
 *
 * <p>A single text is easily mistaken, and what a feed names is often but the default of the program that made it. So an
 * entry's own look counts where it is long enough to leave little doubt, and where it is not alone with it in its feed.
 */
final class FeedLanguages {
    /** Enough of a feed to know it. */
    private static final int SAMPLE = 50;

    /** Less of a feed may be chance: a quotation, a name, a mistake of the detector. */
    private static final double ENOUGH = 0.2;

    private static final int AT_LEAST = 2;

    /** One text alone must be that long to tell the language of its feed; a bare headline is too easily mistaken. */
    private static final int TELLING = 100;

    private final LanguageDetector detector;

    FeedLanguages(LanguageDetector detector) {
        this.detector = detector;
    }

    /** What is known of a feed: its usual language, and every language that enough of its entries are in. */
    private record Known(Locale usual, Map<Locale, Long> common) {}

    /** The language of each text, in order; {@link Locale#ROOT} where nothing tells it. */
    List<Locale> of(Optional<Locale> named, List<String> texts) {
        Known known = known(named.map(FeedLanguages::plain), texts);
        boolean single = known.common().keySet().stream().allMatch(known.usual()::equals);
        return texts.stream()
                .map(text -> single ? known.usual() : own(text, known))
                .toList();
    }

    private Locale own(String text, Known known) {
        return detector.detect(text)
                .map(FeedLanguages::plain)
                .filter(known.common()::containsKey)
                .orElse(known.usual());
    }

    private Known known(Optional<Locale> named, List<String> texts) {
        Map<Locale, Long> found = new HashMap<>();
        // An entry that the feed repeats tells no more than once.
        texts.stream()
                .distinct()
                .limit(SAMPLE)
                .flatMap(text -> detector.detect(text).stream())
                .forEach(language -> found.merge(plain(language), 1L, Long::sum));
        Optional<Locale> most = found.entrySet().stream()
                .max(Map.Entry.<Locale, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getLanguage(), Comparator.reverseOrder()))
                .filter(entry -> entry.getValue() >= AT_LEAST || isTold(entry.getKey(), texts))
                .map(Map.Entry::getKey);
        long all = found.values().stream().mapToLong(Long::longValue).sum();
        Locale usual = named.or(() -> most).orElse(Locale.ROOT);
        found.values().removeIf(count -> count < Math.max(AT_LEAST, ENOUGH * all));
        return new Known(usual, found);
    }

    private boolean isTold(Locale language, List<String> texts) {
        return texts.stream()
                .filter(text -> text.length() >= TELLING)
                .flatMap(text -> detector.detect(text).stream())
                .map(FeedLanguages::plain)
                .anyMatch(language::equals);
    }

    private static Locale plain(Locale language) {
        return Locale.forLanguageTag(language.getLanguage());
    }
}

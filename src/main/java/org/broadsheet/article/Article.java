package org.broadsheet.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of a feed, cleaned: plain text without markup, control or bidi characters, links absolute and http(s).
 *
 * @param id ours, stable over re-fetching
 * @param url the link as the feed gave it
 * @param title one line, never empty
 * @param summary whole sentences where possible; empty when the feed has none
 * @param published never in the future; the first-seen instant when the feed's date is missing or impossible
 * @param dated whether {@code published} is the feed's own date
 * @param feed the address of the feed that carries it
 * @param source who tells it, as readers see it: the publisher, or else the name of that feed
 * @param publisher who published it, when the feed only gathers from many
 * @param words how long the whole text is; 0 when the feed holds but an excerpt
 * @param text the beginning of its text, when more of it is known than the summary; otherwise empty
 */
public record Article(
        String id,
        URI url,
        String title,
        String summary,
        Optional<URI> image,
        Locale language,
        List<String> categories,
        Instant published,
        boolean dated,
        Instant firstSeen,
        URI feed,
        String source,
        Optional<String> publisher,
        int words,
        String text) {

    /** How fast people read the news (Brysbaert, 2019: 238 words of English; German words are longer). */
    public static final int WORDS_A_MINUTE = 220;

    public Article {
        if (title.isBlank()) {
            throw new IllegalArgumentException("article " + url + " has no title");
        }
        categories = List.copyOf(categories);
    }

    /** The longest text that is known of it, for finding out what it is about. */
    public String longest() {
        return text.isEmpty() ? summary : text;
    }

    /** How long it takes to read, in minutes; empty when the feed does not hold the whole text. */
    public OptionalInt readingMinutes() {
        return words == 0 ? OptionalInt.empty() : OptionalInt.of((words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }

    /** The same article in another language. */
    public Article in(Locale other) {
        return new Article(
                id,
                url,
                title,
                summary,
                image,
                other,
                categories,
                published,
                dated,
                firstSeen,
                feed,
                source,
                publisher,
                words,
                text);
    }

    /** The same article under another name of its feed; an article that names its publisher keeps that as its source. */
    public Article from(String name) {
        return new Article(
                id,
                url,
                title,
                summary,
                image,
                language,
                categories,
                published,
                dated,
                firstSeen,
                feed,
                publisher.orElse(name),
                publisher,
                words,
                text);
    }
}

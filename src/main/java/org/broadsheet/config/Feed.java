package org.broadsheet.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A source of articles, as the admin names it.
 *
 * @param url absolute, {@code http}, {@code https} or {@code file}; identifies the feed in the store
 * @param topic the id of the topic that every article of this feed belongs to
 * @param fullText whether the article's own page is read for its text
 */
@Shorthand("url")
public record Feed(
        @Key(doc = "The feed's address, or a path relative to this file.", example = "https://example.org/feed.xml")
        URI url,

        @Key(doc = "The source's name as readers see it; the feed's own title without it.", example = "Example AI")
        Optional<String> name,

        @Key(doc = "The id of the topic that all its articles belong to.", example = "ki")
        Optional<String> topic,

        @Key(
                doc = "Read the text of each article from its own page, for feeds that hold but an excerpt.",
                byDefault = "false")
        boolean fullText,

        @Key(
                doc = "The language of its articles, as a BCP 47 tag; without it, what the feed says, or else what its"
                        + " articles look like.",
                example = "de")
        Optional<Locale> language,

        @Key(
                doc = "How much the source counts: a heavier one leads stories and lifts them, a lighter one stands"
                        + " back; a number from 0.1 to 10.",
                byDefault = "1")
        double weight) {

    public Feed {
        Weights.check(weight);
    }

    /** A feed of which nothing but the address is said. */
    public static Feed of(URI url) {
        return new Feed(url, Optional.empty(), Optional.empty(), false, Optional.empty(), 1);
    }

    /** The same feed under another name and in another topic. */
    public Feed with(Optional<String> otherName, Optional<String> otherTopic) {
        return new Feed(url, otherName, otherTopic, fullText, language, weight);
    }
}

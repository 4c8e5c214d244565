package org.broadsheet.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.Links;

/** Turns the entries of a feed into articles. */
public final class ArticleReader {
    /** Before the first news site; a date before it is a mistake, such as the start of 1970. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final int LONGEST_TITLE = 500;
    private static final int ID_LENGTH = 32;

    private final LanguageDetector detector = new LanguageDetector();
    private final Clock clock;

    public ArticleReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The articles of a feed, in its order, each once. An entry with neither title nor text, or
     * for which neither it nor the feed has a link, is none.
     */
    public List<FoundArticle> read(URI feed, FeedDocument document) {
        Map<String, Set<String>> titles = titlesByLink(document);
        Map<String, FoundArticle> found = new LinkedHashMap<>();
        for (FeedEntry entry : document.entries()) {
            read(feed, document, entry, titles).ifPresent(article -> found.putIfAbsent(article.identity(), article));
        }
        return new ArrayList<>(found.values());
    }

    /** Some feeds give different entries the same link; such a link says nothing about which article it is. */
    private static Map<String, Set<String>> titlesByLink(FeedDocument document) {
        Map<String, Set<String>> titles = new HashMap<>();
        for (FeedEntry entry : document.entries()) {
            link(document, entry)
                    .ifPresent(link -> titles.computeIfAbsent(CanonicalUrl.of(link), key -> new HashSet<>())
                            .add(entry.title().text()));
        }
        return titles;
    }

    private Optional<FoundArticle> read(
            URI feed, FeedDocument document, FeedEntry entry, Map<String, Set<String>> titles) {
        Optional<URI> own = link(document, entry);
        Optional<URI> link = own.or(() -> siteOf(feed, document));
        String text = CleanText.of(entry.summary());
        String title = title(entry, text);
        if (link.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        String canonical = CanonicalUrl.of(link.get());
        boolean shared =
                own.isEmpty() || titles.getOrDefault(canonical, Set.of()).size() > 1;
        String identity = shared ? canonical + " " + nameOf(entry, title) : canonical;
        Locale language = language(document, title + " " + text);
        return Optional.of(new FoundArticle(
                identity, article(feed, document, entry, new Texts(identity, link.get(), title, text, language))));
    }

    /** What was found out of an entry before the article is put together. */
    private record Texts(String identity, URI link, String title, String text, Locale language) {}

    private Article article(URI feed, FeedDocument document, FeedEntry entry, Texts texts) {
        Instant now = clock.instant();
        Optional<Instant> date =
                entry.published().filter(some -> some.isAfter(EARLIEST)).filter(some -> !some.isAfter(now));
        return new Article(
                id(texts.identity()),
                texts.link(),
                texts.title(),
                summary(entry, texts),
                Images.of(entry, base(document, entry)),
                texts.language(),
                entry.categories().stream()
                        .map(CleanText::oneLine)
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .toList(),
                date.orElse(now),
                date.isPresent(),
                now,
                feed,
                CleanText.oneLine(document.title()),
                Optional.empty(),
                words(entry));
    }

    /** The feed's summary, or the beginning of the text where that says nothing. */
    private static String summary(FeedEntry entry, Texts texts) {
        String summary = Summary.of(texts.title(), texts.text());
        return summary.isEmpty() && !entry.content().equals(entry.summary())
                ? Summary.of(texts.title(), CleanText.of(entry.content()))
                : summary;
    }

    /** Only a text much longer than a summary is the whole one. */
    private static int words(FeedEntry entry) {
        boolean longer =
                entry.content().text().length() >= entry.summary().text().length();
        String text = CleanText.of(longer ? entry.content() : entry.summary());
        return text.length() < Summary.LONGEST * 3 || Summary.isBrokenOff(text) ? 0 : WordCount.of(text);
    }

    /** A guid that is but the link again names nothing. */
    private static String nameOf(FeedEntry entry, String title) {
        return entry.guid()
                .filter(guid -> !entry.link().equals(Optional.of(guid)))
                .orElse(title);
    }

    /** A guid may be the only link there is: RSS calls it a permalink. */
    private static Optional<URI> link(FeedDocument document, FeedEntry entry) {
        return entry.link()
                .flatMap(link -> Links.resolve(document.base(), link))
                .or(() -> entry.guid()
                        .filter(guid -> guid.startsWith("http://") || guid.startsWith("https://"))
                        .flatMap(guid -> Links.resolve(document.base(), guid)));
    }

    /** Where an entry without a link is to be read: on the feed's site, if it names one. */
    private static Optional<URI> siteOf(URI feed, FeedDocument document) {
        return Optional.of(document.base()).filter(site -> !site.equals(feed));
    }

    private static URI base(FeedDocument document, FeedEntry entry) {
        return link(document, entry).orElse(document.base());
    }

    private static String title(FeedEntry entry, String text) {
        String title = CleanText.of(entry.title());
        // Short posts have no title of their own; their first words serve.
        String told = title.isEmpty() ? firstWords(text) : title;
        return told.length() <= LONGEST_TITLE
                ? told
                : told.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    private static String firstWords(String text) {
        if (text.length() <= 80) {
            return text;
        }
        int space = text.lastIndexOf(' ', 79);
        return text.substring(0, space > 0 ? space : 79) + " …";
    }

    private Locale language(FeedDocument document, String text) {
        return document.language()
                .or(() -> detector.detect(text))
                .map(some -> Locale.forLanguageTag(some.getLanguage()))
                .orElse(Locale.ROOT);
    }

    private static String id(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.broadsheet.article;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the entries of a feed into articles. */
public final class ArticleReader {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleReader.class);

    /** Before the first news site; a date before it is a mistake, such as the start of 1970. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks of publishers go a little fast. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LINK = 4_000;
    private static final int ID_LENGTH = 32;

    private final FeedLanguages languages = new FeedLanguages(new LanguageDetector());
    private final Clock clock;

    public ArticleReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The articles of a feed, in its order, each once. An entry with neither title nor text, or
     * for which neither it nor the feed has a link, is none. Of a feed with very many entries, only the newest count.
     */
    public List<FoundArticle> read(URI feed, FeedDocument document) {
        // One instant for all, or undated entries would differ in age by the microseconds it takes to read them.
        Instant now = clock.instant();
        List<FeedEntry> newest = Newest.of(document.entries(), now);
        if (newest.size() < document.entries().size()) {
            LOG.info(
                    "{} holds {} entries: took the newest {}",
                    feed,
                    document.entries().size(),
                    newest.size());
        }
        List<Draft> drafts = newest.stream()
                .flatMap(entry -> draft(feed, document, entry).stream())
                .toList();
        Names names = new Names(feed, drafts);
        List<Locale> language = languages.of(
                document.language(),
                drafts.stream().map(draft -> draft.title() + " " + draft.text()).toList());
        Set<String> taken = new HashSet<>();
        List<FoundArticle> found = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            List<String> own = names.of(drafts.get(i));
            if (own.stream().noneMatch(taken::contains)) {
                Article article = article(new Origin(feed, document, language.get(i), now), drafts.get(i), own.get(0));
                found.add(new FoundArticle(own, article));
            }
            taken.addAll(own);
        }
        return found;
    }

    private static Optional<Draft> draft(URI feed, FeedDocument document, FeedEntry entry) {
        Optional<URI> given = link(document, entry);
        Optional<URI> own = given.map(Aggregators::source);
        Optional<URI> link = own.or(() -> siteOf(feed, document));
        String text = given.filter(Aggregators::hasNoSummary).isPresent() ? "" : CleanText.of(entry.summary());
        Aggregators.Told told = Aggregators.told(
                title(entry, text),
                publisher(document, entry),
                given.filter(Aggregators::isNewsSearch).isPresent());
        return link.filter(some -> !told.title().isEmpty())
                .map(some -> new Draft(entry, own, some, told.title(), text, told.publisher()));
    }

    /** Who published an entry that the feed only passes on; a feed that names itself gathers nothing. */
    private static Optional<String> publisher(FeedDocument document, FeedEntry entry) {
        String itself = CleanText.oneLine(document.title());
        return entry.extras()
                .origin()
                .map(origin -> CleanText.oneLine(origin.name()))
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(itself));
    }

    /** Where an entry stands, and what is known of it from there. */
    private record Origin(URI feed, FeedDocument document, Locale language, Instant now) {}

    private Article article(Origin origin, Draft draft, String identity) {
        Instant now = origin.now();
        FeedEntry entry = draft.entry();
        Optional<Instant> date = entry.published()
                .filter(some -> some.isAfter(EARLIEST))
                .filter(some -> !some.isAfter(now.plus(SKEW)))
                .map(some -> some.isAfter(now) ? now : some);
        return new Article(
                Digest.of(identity).substring(0, ID_LENGTH),
                draft.link(),
                draft.title(),
                summary(draft),
                Images.of(entry, draft.link()),
                origin.language(),
                categories(entry),
                date.orElse(now),
                date.isPresent(),
                now,
                origin.feed(),
                draft.publisher().orElse(CleanText.oneLine(origin.document().title())),
                draft.publisher(),
                words(entry),
                text(draft));
    }

    private static List<String> categories(FeedEntry entry) {
        return entry.categories().stream()
                .map(CleanText::oneLine)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }

    /** The feed's summary, or the beginning of the text where that says nothing. */
    private static String summary(Draft draft) {
        FeedEntry entry = draft.entry();
        String summary = Summary.of(draft.title(), draft.text());
        boolean more = !draft.text().isEmpty() && !entry.content().equals(entry.summary());
        return summary.isEmpty() && more ? Summary.of(draft.title(), CleanText.of(entry.content())) : summary;
    }

    /** The beginning of the longest text of an entry, where the summary does not tell it all. */
    private static String text(Draft draft) {
        FeedEntry entry = draft.entry();
        boolean longer =
                entry.content().text().length() > entry.summary().text().length();
        String text = longer ? CleanText.of(entry.content()) : draft.text();
        return text.length() <= Summary.LONGEST ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** Only a text much longer than a summary is the whole one. */
    private static int words(FeedEntry entry) {
        boolean longer =
                entry.content().text().length() >= entry.summary().text().length();
        FeedEntry.Markup longest = longer ? entry.content() : entry.summary();
        if (longest.text().length() < Summary.LONGEST * 3) {
            return 0;
        }
        String text = CleanText.of(longest);
        return text.length() < Summary.LONGEST * 3 || Summary.isBrokenOff(text) ? 0 : WordCount.of(text);
    }

    /** A guid may be the only link there is: RSS calls it a permalink. */
    private static Optional<URI> link(FeedDocument document, FeedEntry entry) {
        return entry.link()
                .filter(link -> link.length() <= LONGEST_LINK)
                .flatMap(link -> Links.resolve(document.base(), link))
                .or(() -> entry.guid()
                        .filter(guid -> guid.length() <= LONGEST_LINK)
                        .filter(guid -> guid.startsWith("http://") || guid.startsWith("https://"))
                        .flatMap(guid -> Links.resolve(document.base(), guid)));
    }

    /** Where an entry without a link is to be read: on the feed's site, if it names one. */
    private static Optional<URI> siteOf(URI feed, FeedDocument document) {
        return Optional.of(document.base()).filter(site -> !site.equals(feed));
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
}

package org.broadsheet.article;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.article.FullTextStore.Due;
import org.broadsheet.article.FullTextStore.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, for feeds that hold but an excerpt, the text of each article from its page.
 *
 * <p>Whatever goes wrong, the article stays as its feed tells it.
 */
public final class FullTexts {
    private static final Logger LOG = LoggerFactory.getLogger(FullTexts.class);

    /** Articles older than this are in no edition to come; a new feed's archive is not worth its pages. */
    private static final Duration FRESH = Duration.ofDays(3);

    /** A page that failed is asked again at most four times a day. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(6);

    private static final int MOST = 300;

    private final PageRounds rounds;
    private final FullTextStore store;
    private final Clock clock;

    /**
     * @param parallel how many pages are read at once
     * @param longest after this time, an edition waits no longer; what is not read by then is next time
     */
    public FullTexts(PageFetcher fetcher, FullTextStore store, int parallel, Duration longest, Clock clock) {
        this.rounds = new PageRounds(fetcher::fetch, parallel, longest);
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads the pages of the new articles of these feeds.
     *
     * @return how many texts were found
     * @throws InterruptedException when the thread is interrupted; what was read by then is stored
     */
    public int read(Collection<URI> feeds) throws InterruptedException {
        Instant now = clock.instant();
        List<Wanted> wanted = store.wanted(feeds, new Due(now.minus(FRESH), now.minus(AGAIN_AFTER), MOST));
        AtomicInteger found = new AtomicInteger();
        rounds.read(wanted, (article, outcome) -> {
            if (keep(article, outcome)) {
                found.incrementAndGet();
            }
        });
        return found.get();
    }

    private boolean keep(Wanted article, PageOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof PageOutcome.Found found) {
            store.found(article, found.text(), summary(article, found.text()), now);
            LOG.debug("{}: {} words", article.page(), found.text().words());
            return true;
        }
        if (outcome instanceof PageOutcome.None none) {
            store.none(article, now);
            LOG.debug("{}: {}; the feed's text stays", article.page(), none.reason());
        } else if (outcome instanceof PageOutcome.Later later) {
            store.later(article, now);
            LOG.debug("{}: {}; the feed's text stays for now", article.page(), later.reason());
        }
        return false;
    }

    /** The feed's own, unless it says next to nothing. */
    private static String summary(Wanted article, PageText text) {
        String better = Summary.of(text.title(), text.lead().isEmpty() ? opening(text) : text.lead());
        return article.summary().length() * 2 < better.length() ? better : article.summary();
    }

    /** The first paragraph that is no subhead. */
    private static String opening(PageText text) {
        return text.paragraphs().stream()
                .filter(paragraph -> paragraph.length() >= 60)
                .findFirst()
                .orElse(text.paragraphs().get(0));
    }
}

package org.broadsheet.article;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.store.Database;

/** Stores what a fetch of a feed found: its articles and its new state, in one transaction. */
public final class Collecting {
    private final Database database;
    private final FeedStore feeds;
    private final ArticleStore articles;
    private final ArticleReader reader;
    private final Clock clock;

    public Collecting(Database database, FeedStore feeds, ArticleStore articles, ArticleReader reader, Clock clock) {
        this.database = database;
        this.feeds = feeds;
        this.articles = articles;
        this.reader = reader;
        this.clock = clock;
    }

    /** Stores the outcome of fetching a feed. */
    public Collected store(URI feed, FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.New found) {
            return store(feed, found);
        }
        if (outcome instanceof FetchOutcome.Moved moved) {
            return store(feed, moved.found());
        }
        feeds.checked(feed, outcome.problem(), clock.instant());
        return new Collected(0, 0, outcome.problem());
    }

    private Collected store(URI feed, FetchOutcome.New found) {
        List<FoundArticle> read = reader.read(feed, found.document());
        Saved saved = database.write(handle -> {
            feeds.read(handle, feed, found, clock.instant());
            return articles.save(handle, feed, read);
        });
        return new Collected(read.size(), saved.added(), Optional.empty());
    }

    /**
     * What was stored of one feed.
     *
     * @param articles how many the feed holds
     * @param added how many of these were new
     * @param problem why the feed could not be read; empty when it could
     */
    public record Collected(int articles, int added, Optional<String> problem) {}
}

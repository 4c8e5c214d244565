package org.broadsheet.article;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FeedStore.Visit;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.store.Database;

/** Stores what a fetch of a feed found: its articles and its new state, in one transaction. */
public final class Collecting {
    private final Database database;
    private final Stores stores;
    private final ArticleReader reader;
    private final FeedManners manners;
    private final Clock clock;

    /** Where it is stored. */
    public record Stores(FeedStore feeds, ArticleStore articles) {}

    public Collecting(Database database, Stores stores, ArticleReader reader, FeedManners manners, Clock clock) {
        this.database = database;
        this.stores = stores;
        this.reader = reader;
        this.manners = manners;
        this.clock = clock;
    }

    /** Stores the outcome of fetching a feed. */
    public Collected store(URI feed, FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.NotAsked) {
            return new Collected(0, 0, outcome.problem());
        }
        Visit visit =
                new Visit(clock.instant(), manners.after(outcome, stores.feeds().state(feed)));
        if (outcome instanceof FetchOutcome.New found) {
            return store(feed, found, Optional.empty(), visit);
        }
        if (outcome instanceof FetchOutcome.Moved moved) {
            return store(feed, moved.found(), Optional.of(moved.to()), visit);
        }
        stores.feeds().checked(feed, outcome.lastingProblem(), visit);
        return new Collected(0, 0, outcome.problem());
    }

    private Collected store(URI feed, FetchOutcome.New found, Optional<URI> movedTo, Visit visit) {
        List<FoundArticle> read = reader.read(feed, found.document());
        Saved saved = database.write(handle -> {
            stores.feeds().read(handle, feed, found, movedTo, visit);
            return stores.articles().save(handle, feed, read);
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

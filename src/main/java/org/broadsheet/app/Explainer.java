package org.broadsheet.app;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.StoredArticle;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Feed;
import org.broadsheet.config.FeedAddresses;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionMaker;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Selection;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedState;
import org.broadsheet.feed.FeedStore;

/** Finds out why an article is in an edition, or is not, by doing what an edition would do. Changes nothing. */
public final class Explainer {
    private final Configuration configuration;
    private final Stores stores;
    private final EditionMaker maker;

    /** Where everything is kept. */
    record Stores(FeedStore feeds, ArticleStore articles, EditionStore editions) {}

    Explainer(Configuration configuration, Stores stores, EditionMaker maker) {
        this.configuration = configuration;
        this.stores = stores;
        this.maker = maker;
    }

    /**
     * How an article fares in a newsletter.
     *
     * @param selection what its edition would be made from
     * @param carriedBy the edition that told the article already
     */
    public record Fate(Newsletter newsletter, Selection selection, Optional<StoredEdition> carriedBy) {}

    /** The article of a link, however it is decorated, if any feed that was read carries it. */
    public Optional<StoredArticle> article(URI link) {
        return stores.articles().find(link);
    }

    /** The article's fate in every newsletter that has one of its feeds, as if it were that instant. */
    public List<Fate> fates(StoredArticle article, Instant at) {
        return configuration.newsletters().stream()
                .filter(newsletter -> newsletter.feeds().stream().map(Feed::url).anyMatch(article.feeds()::contains))
                .map(newsletter -> new Fate(
                        newsletter,
                        maker.select(newsletter, at),
                        stores.editions()
                                .carrying(newsletter.id(), article.article().id(), at)))
                .toList();
    }

    /** The feed of an address, as newsletters name it or as it is found now, if any newsletter has it. */
    public Optional<Feed> feed(URI address) {
        String wanted = FeedAddresses.identity(address);
        return configuration.newsletters().stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .filter(feed -> FeedAddresses.identity(feed.url()).equals(wanted) || isFoundAt(feed, wanted))
                .findFirst();
    }

    private boolean isFoundAt(Feed feed, String wanted) {
        return state(feed.url())
                .flatMap(FeedState::movedTo)
                .filter(to -> FeedAddresses.identity(to).equals(wanted))
                .isPresent();
    }

    /** How a feed stands; empty for one that was never asked. */
    public Optional<FeedState> state(URI feed) {
        return stores.feeds().state(feed);
    }

    /** What the next edition of every newsletter that has a feed would be made from. */
    public List<Fate> newslettersWith(Feed feed, Instant at) {
        return configuration.newsletters().stream()
                .filter(newsletter -> newsletter.feeds().stream().map(Feed::url).anyMatch(feed.url()::equals))
                .map(newsletter -> new Fate(newsletter, maker.select(newsletter, at), Optional.empty()))
                .toList();
    }
}

package org.broadsheet.edition;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Window;
import org.broadsheet.feed.FeedStore;

/**
 * Finds the articles that matter to an edition: those that it may tell, those that earlier ones told, and those that
 * topics are learned from. Each comes once, as that of the feed which the newsletter names first.
 */
final class RecentArticles {
    /** How much older than the last edition an article may be that came to light only after it. */
    private static final Duration LATE = Duration.ofDays(2);

    /** How long before the window an article can have been published that tells the same event as one in it. */
    private static final Duration REACH = Duration.ofDays(3);

    /** What is learned from: the language of news changes with the news. */
    private static final Duration LEARNED = Duration.ofDays(60);

    private static final int MOST_LEARNED = 20_000;

    private final ArticleStore articles;
    private final FeedStore feeds;
    private final EditionStore editions;

    RecentArticles(ArticleStore articles, FeedStore feeds, EditionStore editions) {
        this.articles = articles;
        this.feeds = feeds;
        this.editions = editions;
    }

    /**
     * Which articles an edition of that instant is about.
     *
     * @param carriedBefore only editions made before this count
     */
    Recent window(Newsletter newsletter, Instant at, Instant carriedBefore) {
        if (newsletter.window() instanceof Window.Last last) {
            return new Recent(at.minus(last.duration()), EditionMaker.NEVER, EditionMaker.NEVER, at, carriedBefore);
        }
        Optional<Instant> before = editions.lastMadeBefore(newsletter.id(), at);
        // The first edition has none before it: it tells the newest of all that the feeds hold.
        return before.map(made -> new Recent(made, made, made.minus(LATE), at, carriedBefore))
                .orElse(new Recent(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, at, carriedBefore));
    }

    /** What no edition told yet. */
    List<Article> untold(Newsletter newsletter, Recent window) {
        return once(newsletter, articles.uncarried(newsletter.id(), urls(newsletter), window));
    }

    /** What earlier editions told that the untold articles may go on with. */
    List<Article> told(Newsletter newsletter, Recent window) {
        return once(
                newsletter,
                articles.carried(newsletter.id(), urls(newsletter), toldSince(window), window.carriedBefore()));
    }

    /** What editions told that were made after an instant and up to another, by the articles' ids. */
    Map<String, Article> told(Newsletter newsletter, Instant after, Instant until) {
        return once(newsletter, articles.carriedBetween(newsletter.id(), urls(newsletter), after, until)).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
    }

    /** In which stories they were told. */
    StoryHistory history(Newsletter newsletter, Recent window) {
        return new StoryHistory(editions.carried(newsletter.id(), toldSince(window), window.carriedBefore()));
    }

    /** What is known of the newsletter's feeds, told or not. */
    List<Article> known(Newsletter newsletter, Recent window) {
        Instant since = window.until().minus(LEARNED);
        return once(newsletter, articles.seenSince(since, urls(newsletter), MOST_LEARNED));
    }

    private static Instant toldSince(Recent window) {
        return window.from().isBefore(Instant.EPOCH.plus(REACH))
                ? Instant.EPOCH
                : window.from().minus(REACH);
    }

    private static List<URI> urls(Newsletter newsletter) {
        return newsletter.feeds().stream().map(Feed::url).toList();
    }

    private List<Article> once(Newsletter newsletter, List<Article> found) {
        List<URI> order = urls(newsletter);
        Map<String, Article> once = new LinkedHashMap<>();
        for (Article article : found) {
            once.merge(
                    article.id(),
                    article,
                    (one, other) -> order.indexOf(one.feed()) <= order.indexOf(other.feed()) ? one : other);
        }
        Map<URI, String> names = names(newsletter);
        return once.values().stream()
                .map(article -> article.from(names.getOrDefault(article.feed(), article.source()))
                        .in(newsletter.languageOf(article.feed(), article.language())))
                .toList();
    }

    private Map<URI, String> names(Newsletter newsletter) {
        Map<URI, String> names = feeds.titles(urls(newsletter));
        for (Feed feed : newsletter.feeds()) {
            feed.name().ifPresent(name -> names.put(feed.url(), name));
        }
        return names;
    }
}

package org.broadsheet.edition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.config.Images;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.StoryGrouper;
import org.broadsheet.topic.TopicAssigner;

/**
 * Selects what an edition tells: the recent articles that no earlier edition of the newsletter carried, grouped to
 * stories, sorted into the newsletter's topics. Keeps nothing; the same store and instant give the same sections.
 */
public final class EditionMaker {
    /** Later than anything that happens. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final RecentArticles articles;
    private final StorySelector selector;
    private final Function<Locale, String> titleOfMore;
    private final Supplier<String> ids;

    /** The stages and stores that an edition is made from. */
    public record Parts(
            ArticleStore articles,
            FeedStore feeds,
            EditionStore editions,
            TopicAssigner topics,
            StoryGrouper stories,
            InFocus inFocus) {}

    /**
     * A maker of editions.
     *
     * @param titleOfMore the heading of the last section, for what fits no topic, in a language
     * @param ids makes unguessable ids
     */
    public EditionMaker(Parts parts, Function<Locale, String> titleOfMore, Supplier<String> ids) {
        this.articles = new RecentArticles(parts.articles(), parts.feeds(), parts.editions());
        this.selector = new StorySelector(articles, parts.topics(), parts.stories(), parts.inFocus());
        this.titleOfMore = titleOfMore;
        this.ids = ids;
    }

    /**
     * Makes an edition to be kept: nothing in it stood in any edition of the newsletter.
     *
     * @param scheduledFor the time it was due
     * @param at the instant whose recent articles it holds
     */
    public Draft make(Newsletter newsletter, Instant scheduledFor, Instant at) {
        return make(newsletter, scheduledFor, articles.window(newsletter, at, NEVER));
    }

    /** Makes an edition to be looked at, as if it were that instant: later editions do not count. */
    public Draft preview(Newsletter newsletter, Instant at) {
        return make(newsletter, at, articles.window(newsletter, at, at));
    }

    /** What {@link #preview} is made from. */
    public Selection select(Newsletter newsletter, Instant at) {
        return selector.select(newsletter, articles.window(newsletter, at, at));
    }

    /** What is known of a newsletter's feeds, as topics are learned from it. */
    public List<Article> known(Newsletter newsletter, Instant at) {
        return articles.known(newsletter, articles.window(newsletter, at, at));
    }

    private Draft make(Newsletter newsletter, Instant scheduledFor, Recent window) {
        Selection selection = selector.select(newsletter, window);
        Edition edition = new Edition(
                ids.get(),
                newsletter.id(),
                newsletter.title(),
                newsletter.language(),
                newsletter.timeZone(),
                scheduledFor,
                window.until(),
                Optional.empty(),
                newsletter.look(),
                selection.focus(),
                new Sectioning(newsletter, newsletter.storiesPerTopic(), titleOfMore)
                        .of(selection.topics().all(), selection.stories()));
        return new Draft(edition, selection, newsletter.images());
    }

    /**
     * An edition that is not kept yet.
     *
     * @param selection what it was made from
     * @param images how its mails show pictures
     */
    public record Draft(Edition edition, Selection selection, Images images) {}
}

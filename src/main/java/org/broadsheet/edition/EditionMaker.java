package org.broadsheet.edition;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Schedule;
import org.broadsheet.config.Topic;
import org.broadsheet.config.Window;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryGrouper;
import org.broadsheet.topic.TopicAssigner;
import org.broadsheet.topic.TopicChoice;

/**
 * Selects what an edition tells: the recent articles that no earlier edition of the newsletter carried, grouped to
 * stories, sorted into the newsletter's topics. Keeps nothing; the same store and instant give the same sections.
 */
public final class EditionMaker {
    /** How much older than the last edition an article may be that came to light only after it. */
    private static final Duration LATE = Duration.ofDays(2);

    /** Later than anything that happens. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final ArticleStore articles;
    private final FeedStore feeds;
    private final EditionStore editions;
    private final TopicAssigner topics;
    private final StoryGrouper stories;
    private final Function<Locale, String> titleOfMore;
    private final Supplier<String> ids;

    /** The stages and stores that an edition is made from. */
    public record Parts(
            ArticleStore articles,
            FeedStore feeds,
            EditionStore editions,
            TopicAssigner topics,
            StoryGrouper stories) {}

    /**
     * A maker of editions.
     *
     * @param titleOfMore the heading of the last section, for what fits no topic, in a language
     * @param ids makes unguessable ids
     */
    public EditionMaker(Parts parts, Function<Locale, String> titleOfMore, Supplier<String> ids) {
        this.articles = parts.articles();
        this.feeds = parts.feeds();
        this.editions = parts.editions();
        this.topics = parts.topics();
        this.stories = parts.stories();
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
        return make(newsletter, scheduledFor, recent(newsletter, at, NEVER));
    }

    /** Makes an edition to be looked at, as if it were that instant: later editions do not count. */
    public Draft preview(Newsletter newsletter, Instant at) {
        return make(newsletter, at, recent(newsletter, at, at));
    }

    /** What {@link #preview} is made from. */
    public Selection select(Newsletter newsletter, Instant at) {
        return select(newsletter, recent(newsletter, at, at));
    }

    private Draft make(Newsletter newsletter, Instant scheduledFor, Recent window) {
        Selection selection = select(newsletter, window);
        Edition edition = new Edition(
                ids.get(),
                newsletter.id(),
                newsletter.title(),
                newsletter.language(),
                newsletter.schedule().map(Schedule::timeZone).orElse(ZoneId.of("UTC")),
                scheduledFor,
                window.until(),
                sections(newsletter, selection.stories()));
        return new Draft(edition, selection.recent().size());
    }

    private Selection select(Newsletter newsletter, Recent window) {
        List<URI> urls = newsletter.feeds().stream().map(Feed::url).toList();
        List<Article> recent = oncePerArticle(newsletter, articles.uncarried(newsletter.id(), urls, window));
        Map<String, TopicChoice> choices = topics.assign(newsletter, recent);
        Map<String, List<Story>> byTopic = new HashMap<>();
        for (Story story : stories.group(recent, window.until())) {
            byTopic.computeIfAbsent(topic(story, choices), topic -> new ArrayList<>())
                    .add(story);
        }
        return new Selection(window, recent, choices, byTopic);
    }

    private Recent recent(Newsletter newsletter, Instant at, Instant carriedBefore) {
        if (newsletter.window() instanceof Window.Last last) {
            return new Recent(at.minus(last.duration()), NEVER, NEVER, at, carriedBefore);
        }
        Optional<Instant> before = editions.lastMadeBefore(newsletter.id(), at);
        // The first edition has none before it: it tells the newest of all that the feeds hold.
        return before.map(made -> new Recent(made, made, made.minus(LATE), at, carriedBefore))
                .orElse(new Recent(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, at, carriedBefore));
    }

    /** An article that several feeds carry is shown as that of the feed which the newsletter names first. */
    private List<Article> oncePerArticle(Newsletter newsletter, List<Article> found) {
        List<URI> order = newsletter.feeds().stream().map(Feed::url).toList();
        Map<String, Article> once = new LinkedHashMap<>();
        for (Article article : found) {
            once.merge(
                    article.id(),
                    article,
                    (one, other) -> order.indexOf(one.feed()) <= order.indexOf(other.feed()) ? one : other);
        }
        Map<URI, String> names = names(newsletter);
        return once.values().stream()
                .map(article -> article.from(names.getOrDefault(article.feed(), article.source())))
                .toList();
    }

    private Map<URI, String> names(Newsletter newsletter) {
        Map<URI, String> names =
                feeds.titles(newsletter.feeds().stream().map(Feed::url).toList());
        for (Feed feed : newsletter.feeds()) {
            feed.name().ifPresent(name -> names.put(feed.url(), name));
        }
        return names;
    }

    private List<Section> sections(Newsletter newsletter, Map<String, List<Story>> byTopic) {
        List<Section> sections = new ArrayList<>();
        for (Topic topic : newsletter.topics()) {
            section(newsletter, topic.id(), topic.title(), byTopic).ifPresent(sections::add);
        }
        String more = newsletter.topics().isEmpty() ? newsletter.title() : titleOfMore.apply(newsletter.language());
        section(newsletter, Section.MORE, more, byTopic).ifPresent(sections::add);
        return sections;
    }

    private static Optional<Section> section(
            Newsletter newsletter, String topic, String title, Map<String, List<Story>> byTopic) {
        List<Story> all = byTopic.getOrDefault(topic, List.of());
        int limit = newsletter.storiesPerTopic() == 0 ? all.size() : newsletter.storiesPerTopic();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(topic, title, all.subList(0, Math.min(limit, all.size()))));
    }

    /** The topic that the evidence of the story's articles, taken together, speaks for. */
    private static String topic(Story story, Map<String, TopicChoice> choices) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Article article : story.articles()) {
            TopicChoice choice = choices.get(article.id());
            if (choice != null) {
                choice.topic().ifPresent(topic -> weights.merge(topic, choice.weight(), Double::sum));
            }
        }
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Section.MORE);
    }

    /**
     * An edition that is not kept yet.
     *
     * @param considered how many articles it was selected from
     */
    public record Draft(Edition edition, int considered) {}
}

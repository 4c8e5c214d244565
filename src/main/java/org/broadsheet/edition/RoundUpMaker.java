package org.broadsheet.edition;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.edition.EditionMaker.Parts;
import org.broadsheet.story.Focus;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryGrouper;
import org.broadsheet.topic.TopicAssigner;

/**
 * Makes the round-up of a week: the best of what a newsletter's editions told, for readers who get one mail a week. It
 * tells nothing that no edition told, and each story once, as it was told last.
 */
public final class RoundUpMaker {
    /** How much of a section is the best of a week, for a newsletter whose sections have no limit. */
    static final int USUAL_LIMIT = 6;

    /** Since the round-up before: a week, or a little more when that one came earlier in its week than this one. */
    private static final Duration LONGEST = Duration.ofDays(10);

    private final RecentArticles articles;
    private final ToldStore editions;
    private final EditionStore roundUps;
    private final TopicAssigner topics;
    private final StoryGrouper grouper;
    private final InFocus inFocus;
    private final Function<Locale, String> titleOfMore;
    private final Supplier<String> ids;

    /**
     * A maker of round-ups.
     *
     * @param titleOfMore the heading of the last section, for what fits no topic, in a language
     * @param ids makes unguessable ids
     */
    public RoundUpMaker(Parts parts, Function<Locale, String> titleOfMore, Supplier<String> ids) {
        this.articles = new RecentArticles(parts.articles(), parts.feeds(), parts.editions());
        this.editions = parts.editions().told();
        this.roundUps = parts.editions();
        this.topics = parts.topics();
        this.grouper = parts.stories();
        this.inFocus = parts.inFocus();
        this.titleOfMore = titleOfMore;
        this.ids = ids;
    }

    /**
     * Makes a round-up to be kept, of what was told since the one before it, or in seven days when there was none
     * lately.
     *
     * @param at the instant up to which editions count
     */
    public Edition make(Newsletter newsletter, RoundUpDue due, Instant at) {
        Instant since = roundUps.lastRoundUpBefore(newsletter.id(), at)
                .filter(last -> last.isAfter(at.minus(LONGEST)))
                .orElseGet(() -> weekBefore(newsletter, at));
        return make(newsletter, due, since, at);
    }

    /** Makes a round-up to be looked at, as if it were due at that instant: of the seven days before it. */
    public Edition preview(Newsletter newsletter, Instant at) {
        return make(newsletter, new RoundUpDue(at, newsletter.timeZone()), weekBefore(newsletter, at), at);
    }

    /** The same day and time of the week before, as the clock on the wall shows it. */
    private static Instant weekBefore(Newsletter newsletter, Instant at) {
        return at.atZone(newsletter.timeZone()).minusWeeks(1).toInstant();
    }

    private Edition make(Newsletter newsletter, RoundUpDue due, Instant since, Instant at) {
        List<Topic> all = topics.topicsOf(newsletter);
        Map<String, Article> known = articles.told(newsletter, since, at);
        List<Best> week = week(newsletter, editions.told(newsletter.id(), since, at), known);
        List<Focus> focus = inFocus.of(grouper.sagas(
                week.stream().flatMap(best -> best.story().articles().stream()).toList()));
        Map<String, Integer> sagas = Variety.sagas(focus);
        Map<String, List<Story>> byTopic = new HashMap<>();
        for (Best best : week) {
            boolean isThere = all.stream().anyMatch(topic -> topic.id().equals(best.topic()));
            byTopic.computeIfAbsent(isThere ? best.topic() : Section.MORE, some -> new ArrayList<>())
                    .add(best.story());
        }
        byTopic.replaceAll((topic, stories) -> Variety.order(stories, sagas));
        int limit = newsletter.storiesPerTopic() == 0 ? USUAL_LIMIT : newsletter.storiesPerTopic();
        return new Edition(
                ids.get(),
                newsletter.id(),
                newsletter.title(),
                newsletter.language(),
                newsletter.timeZone(),
                due.scheduledFor(),
                at,
                Optional.of(due.week()),
                newsletter.look(),
                focus,
                new Sectioning(newsletter, limit, titleOfMore).of(all, byTopic));
    }

    private record Best(String topic, Story story) {}

    private static List<Best> week(Newsletter newsletter, List<Told> told, Map<String, Article> known) {
        Map<String, List<Told>> byStory =
                told.stream().collect(Collectors.groupingBy(Told::story, LinkedHashMap::new, Collectors.toList()));
        List<Best> week = new ArrayList<>();
        byStory.forEach((id, forms) -> best(newsletter, id, forms, known).ifPresent(week::add));
        return week;
    }

    /**
     * A story in its newest form, with the best of the scores it had: that it was news to many on Monday does not end
     * with an update of one outlet on Thursday. It is no update to readers for whom this is the first they hear of it.
     *
     * @param forms the oldest first
     * @param known the articles of feeds that the newsletter still has
     */
    private static Optional<Best> best(Newsletter newsletter, String id, List<Told> forms, Map<String, Article> known) {
        List<Told> left =
                forms.stream().filter(form -> !articles(form, known).isEmpty()).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Told newest = left.get(left.size() - 1);
        Score score = left.stream()
                .map(form -> score(newsletter, form, known))
                .max(Comparator.comparingDouble(Score::value))
                .orElseThrow();
        boolean update = forms.stream().allMatch(Told::update);
        return Optional.of(new Best(newest.topic(), new Story(id, articles(newest, known), update, score)));
    }

    private static List<Article> articles(Told form, Map<String, Article> known) {
        return form.articles().stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** As its edition scored it, but for what variety cost it there: here it stands among others. */
    private static Score score(Newsletter newsletter, Told form, Map<String, Article> known) {
        Map<URI, Double> weights =
                newsletter.feeds().stream().collect(Collectors.toMap(Feed::url, Feed::weight, (one, other) -> one));
        double weight = newsletter.topic(form.topic()).map(Topic::weight).orElse(1.0);
        return Score.of(articles(form, known), weights, weight, form.madeAt());
    }
}

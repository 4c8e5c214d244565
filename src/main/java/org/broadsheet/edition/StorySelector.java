package org.broadsheet.edition;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.edition.StoryHistory.Tell;
import org.broadsheet.story.Cluster;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Grouping;
import org.broadsheet.story.InFocus;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryGrouper;
import org.broadsheet.topic.Assignment;
import org.broadsheet.topic.TopicAssigner;
import org.broadsheet.topic.TopicChoice;

/** Makes stories of the recent articles, and puts those of each topic in order. */
final class StorySelector {
    private final RecentArticles articles;
    private final TopicAssigner topics;
    private final StoryGrouper grouper;
    private final InFocus inFocus;

    StorySelector(RecentArticles articles, TopicAssigner topics, StoryGrouper grouper, InFocus inFocus) {
        this.inFocus = inFocus;
        this.articles = articles;
        this.topics = topics;
        this.grouper = grouper;
    }

    Selection select(Newsletter newsletter, Recent window) {
        List<Article> untold = articles.untold(newsletter, window);
        List<Article> told = articles.told(newsletter, window);
        Map<URI, Double> weights =
                newsletter.feeds().stream().collect(Collectors.toMap(Feed::url, Feed::weight, (one, other) -> one));
        List<Cluster> events = grouper.group(
                Stream.concat(untold.stream(), told.stream()).toList(), new Grouping(newsletter.stories(), weights));
        StoryHistory history = articles.history(newsletter, window);
        List<StoryHistory.Fate> fates =
                events.stream().map(event -> history.fate(event.articles())).toList();

        Assignment assignment = topics.assign(newsletter, untold, articles.known(newsletter, window));
        Map<String, TopicChoice> choices = new HashMap<>();
        Map<String, List<Story>> byTopic = new LinkedHashMap<>();
        for (Tell tell : only(Tell.class, fates)) {
            TopicChoice choice = assignment.of(tell.articles());
            choices.put(tell.id(), choice);
            String topic = choice.topic().orElse(Section.MORE);
            double weight = newsletter.topic(topic).map(Topic::weight).orElse(1.0);
            Score score = Score.of(tell.articles(), weights, weight, window.until());
            byTopic.computeIfAbsent(topic, some -> new ArrayList<>())
                    .add(new Story(tell.id(), tell.articles(), tell.update(), score));
        }
        List<Focus> focus = inFocus.of(grouper.sagas(untold));
        Map<String, Integer> sagas = Variety.sagas(focus);
        byTopic.replaceAll((topic, stories) -> Variety.order(stories, sagas));
        return new Selection(
                window,
                untold,
                new Selection.Topics(topics.topicsOf(newsletter), assignment, choices),
                byTopic,
                focus,
                only(KnownStory.class, fates));
    }

    private static <T> List<T> only(Class<T> kind, List<StoryHistory.Fate> fates) {
        return fates.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

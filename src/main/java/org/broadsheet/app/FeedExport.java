package org.broadsheet.app;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.opml.OpmlWriter;
import org.broadsheet.feed.opml.OpmlWriter.Group;

/**
 * The feeds of newsletters, by topic, to be handed to another program.
 *
 * @param leftOut feeds that no other machine could read
 */
public record FeedExport(List<Group> groups, List<URI> leftOut) {
    public FeedExport {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /** Topics of several newsletters that are the same by id and title make one folder. */
    public static FeedExport of(List<Newsletter> newsletters) {
        Map<Optional<TopicName>, Map<URI, Feed>> feeds = new LinkedHashMap<>();
        feeds.put(Optional.empty(), new LinkedHashMap<>());
        for (Newsletter newsletter : newsletters) {
            newsletter.topics().forEach(topic -> of(Optional.of(TopicName.of(topic)), feeds));
            for (Feed feed : newsletter.feeds()) {
                if (!FeedUrls.isFile(feed.url())) {
                    of(feed.topic().flatMap(newsletter::topic).map(TopicName::of), feeds)
                            .putIfAbsent(feed.url(), feed);
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        feeds.forEach((topic, some) -> groups.add(new Group(topic.map(TopicName::topic), List.copyOf(some.values()))));
        List<URI> leftOut = newsletters.stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .map(Feed::url)
                .filter(FeedUrls::isFile)
                .distinct()
                .toList();
        return new FeedExport(groups, leftOut);
    }

    private static Map<URI, Feed> of(Optional<TopicName> topic, Map<Optional<TopicName>, Map<URI, Feed>> feeds) {
        return feeds.computeIfAbsent(topic, key -> new LinkedHashMap<>());
    }

    /** The OPML text, to be written as UTF-8. */
    public String opml(String title, Instant created) {
        return OpmlWriter.write(title, created, groups);
    }

    /** What of a topic another program can know. */
    private record TopicName(String id, String title) {
        static TopicName of(Topic topic) {
            return new TopicName(topic.id(), topic.title());
        }

        Topic topic() {
            return Topic.named(id, title);
        }
    }
}

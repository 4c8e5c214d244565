package org.broadsheet.config;

import java.util.List;

/** Feeds that a newsletter is to get, and the topics that it needs for them. */
public record NewFeeds(List<Feed> feeds, List<Topic> topics) {
    public NewFeeds {
        feeds = List.copyOf(feeds);
        topics = List.copyOf(topics);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return feeds.isEmpty() && topics.isEmpty();
    }
}

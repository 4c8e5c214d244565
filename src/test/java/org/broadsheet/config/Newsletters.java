package org.broadsheet.config;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Newsletters for tests. */
public final class Newsletters {
    /** For configurations in which nothing is wrong with cron expressions and queries. */
    public static final Syntaxes ANY_SYNTAX = new Syntaxes(text -> Optional.empty(), text -> Optional.empty());

    private Newsletters() {}

    /** A German newsletter, due at seven in Berlin every day. */
    public static Newsletter newsletter(Window window, int storiesPerTopic, List<Feed> feeds, List<Topic> topics) {
        Schedule schedule = new Schedule(
                Optional.of(LocalTime.of(7, 0)),
                Optional.empty(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(6));
        return new Newsletter(
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                Optional.of(schedule),
                RoundUp.usual(),
                window,
                feeds,
                topics,
                Strictness.DEFAULT,
                storiesPerTopic,
                Images.LINK,
                Look.usual(),
                List.of());
    }

    public static Newsletter withTopics(Topic... topics) {
        return newsletter(
                new Window.SinceLastEdition(),
                6,
                List.of(feed("https://kuestenblatt.example/feed.xml")),
                List.of(topics));
    }

    public static Feed feed(String url) {
        return Feed.of(URI.create(url));
    }

    public static Topic topic(String id, List<String> keywords, String... categories) {
        return new Topic(id, "Thema " + id, keywords, List.of(categories), Optional.empty(), Optional.empty(), 1);
    }
}

package org.broadsheet.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a newsletter's YAML the way an admin would. */
public final class NewsletterText {
    private NewsletterText() {}

    /**
     * The whole file of a newsletter that is not there yet.
     *
     * @param origin where its feeds come from, for the comment at its top
     */
    public static String file(String title, Locale language, NewFeeds content, String origin) {
        String topics = content.topics().isEmpty()
                ? ""
                : "\n# The sections, in this order. Add keywords: [...] or categories: [...] to what feeds do not say.\n"
                        + "topics:\n" + topics(content.topics(), "  ");
        return """
                # yaml-language-server: $schema=../newsletter.schema.json
                #
                # Made from %s. The file's name is the newsletter's id.

                title: %s
                language: %s

                # When an edition is made and sent; without it, only `broadsheet send` makes one.
                # schedule: {at: "07:00", days: mon-fri, time-zone: Europe/Berlin}

                feeds:
                %s%s""".formatted(
                        origin, YamlText.of(title), language.toLanguageTag(), feeds(content.feeds(), "  "), topics);
    }

    /** What would have to be added to a newsletter's file, for an admin to paste. */
    public static String toPaste(NewFeeds content) {
        String feeds = content.feeds().isEmpty() ? "" : "feeds:\n" + feeds(content.feeds(), "  ");
        String topics = content.topics().isEmpty() ? "" : "topics:\n" + topics(content.topics(), "  ");
        return feeds + topics;
    }

    static String feeds(List<Feed> feeds, String indent) {
        return feeds.stream().map(feed -> feed(feed, indent)).collect(Collectors.joining());
    }

    static String topics(List<Topic> topics, String indent) {
        return topics.stream()
                .map(topic -> indent + "- id: " + YamlText.of(topic.id()) + "\n" + indent + "  title: "
                        + YamlText.of(topic.title()) + "\n")
                .collect(Collectors.joining());
    }

    /** A feed between brackets. */
    static String inline(Feed feed) {
        return fields(feed).collect(Collectors.joining(", ", "{", "}"));
    }

    /** A topic between brackets. */
    static String inline(Topic topic) {
        return "{id: " + YamlText.of(topic.id()) + ", title: " + YamlText.of(topic.title()) + "}";
    }

    private static String feed(Feed feed, String indent) {
        boolean alone = feed.name().isEmpty() && feed.topic().isEmpty();
        return alone
                ? indent + "- " + YamlText.of(feed.url().toString()) + "\n"
                : fields(feed).collect(Collectors.joining("\n" + indent + "  ", indent + "- ", "\n"));
    }

    private static Stream<String> fields(Feed feed) {
        return Stream.of(
                        Optional.of("url: " + YamlText.of(feed.url().toString())),
                        feed.name().map(name -> "name: " + YamlText.of(name)),
                        feed.topic().map(topic -> "topic: " + YamlText.of(topic)))
                .flatMap(Optional::stream);
    }
}

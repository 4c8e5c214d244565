package org.broadsheet.feed.opml;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Topic;

/** Writes feeds as OPML 2.0, a folder for each topic; sound XML whatever their names hold. */
public final class OpmlWriter {
    private static final String OUTLINE = "<outline";

    private OpmlWriter() {}

    /**
     * Feeds of one topic.
     *
     * @param topic empty for feeds that no topic is tied to
     */
    public record Group(Optional<Topic> topic, List<Feed> feeds) {
        public Group {
            feeds = List.copyOf(feeds);
        }
    }

    /** The text of a file, to be written as UTF-8. */
    public static String write(String title, Instant created, List<Group> groups) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atOffset(ZoneOffset.UTC));
        String outlines = groups.stream().map(OpmlWriter::outlines).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>%s</title>
                    <dateCreated>%s</dateCreated>
                  </head>
                  <body>
                %s  </body>
                </opml>
                """.formatted(escaped(title), date, outlines);
    }

    private static String outlines(Group group) {
        if (group.topic().isEmpty()) {
            return feeds(group, "    ");
        }
        Topic topic = group.topic().get();
        // So that reading it again finds the topic whatever its title is.
        String folder = "    " + OUTLINE + attribute("text", topic.title()) + attribute("category", topic.id());
        return group.feeds().isEmpty() ? folder + "/>\n" : folder + ">\n" + feeds(group, "      ") + "    </outline>\n";
    }

    private static String feeds(Group group, String indent) {
        return group.feeds().stream().map(feed -> indent + outline(feed) + "\n").collect(Collectors.joining());
    }

    private static String outline(Feed feed) {
        String name = feed.name().orElse(feed.url().toString());
        return OUTLINE + attribute("type", "rss") + attribute("text", name) + attribute("title", name)
                + attribute("xmlUrl", feed.url().toString()) + "/>";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    private static String escaped(String text) {
        return text.codePoints()
                .filter(OpmlWriter::isXml)
                .mapToObj(OpmlWriter::escaped)
                .collect(Collectors.joining());
    }

    /** XML 1.0 section 2.2; what it forbids cannot even be written as a reference. */
    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xd7ff)
                || (letter >= 0xe000 && letter <= 0xfffd)
                || letter >= 0x10000;
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            // In an attribute these would come back as spaces.
            case '\t', '\n', '\r' -> "&#" + letter + ";";
            default -> Character.toString(letter);
        };
    }
}

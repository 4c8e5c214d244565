package org.broadsheet.topic;

import java.net.URI;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.config.Topic;

/**
 * Reads an article's topic out of the section of its site, as links name it: {@code /sport/fussball/…}. Six in ten links
 * of German news do.
 */
final class SectionWords {
    /** The section stands at the front; what comes later is the article's own. */
    private static final int SEGMENTS = 3;

    private static final int LONGEST = 25;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s_]+");
    private static final Pattern SEPARATOR = Pattern.compile("/");

    private final Map<String, String> topicOf = new HashMap<>();
    private final Map<String, String> byBuiltIn = new HashMap<>();
    private final BuiltInTopics builtIn;

    /** The sections of a newsletter's topics: those called as a topic, or as the built-in topic that it is. */
    SectionWords(List<Topic> topics, BuiltInTopics builtIn) {
        this.builtIn = builtIn;
        for (Topic topic : topics) {
            topicOf.putIfAbsent(plain(topic.id()), topic.id());
            topicOf.putIfAbsent(plain(topic.title()), topic.id());
            builtIn.called(topic.id())
                    .or(() -> builtIn.called(topic.title()))
                    .ifPresent(known -> byBuiltIn.putIfAbsent(known, topic.id()));
        }
    }

    /**
     * A topic and the word that says so.
     *
     * @param topic the topic's id
     */
    record Found(String topic, String word) {}

    Optional<Found> find(URI link) {
        String path = Optional.ofNullable(link.getPath()).orElse("");
        return SEPARATOR
                .splitAsStream(path)
                .filter(segment -> !segment.isEmpty())
                .limit(SEGMENTS)
                .filter(segment -> segment.length() <= LONGEST)
                .flatMap(segment -> topic(plain(segment)).map(topic -> new Found(topic, segment)).stream())
                .findFirst();
    }

    private Optional<String> topic(String section) {
        return Optional.ofNullable(topicOf.get(section))
                .or(() -> builtIn.ofSection(section).flatMap(known -> Optional.ofNullable(byBuiltIn.get(known))));
    }

    /** A name as links write it: lower case, without accents, umlauts with an e. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String[] umlaut : new String[][] {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}}) {
            lower = lower.replace(umlaut[0], umlaut[1]);
        }
        String letters = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACES.matcher(letters.strip()).replaceAll("-");
    }
}

package org.broadsheet.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.Lazy;
import org.broadsheet.config.Topic;

/** The topics of a newsletter that names none, and what the sections of news sites are called. */
final class BuiltInTopics {
    private static final String FILE = "/topic/built-in.txt";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String HEADINGS = "";
    private static final String SECTIONS = "sections";

    private final Lazy<Map<String, Map<String, String>>> lines = new Lazy<>(BuiltInTopics::read);
    private final Lazy<Map<String, String>> bySection = new Lazy<>(this::bySection);

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> topics = new LinkedHashMap<>();
        try (InputStream file = BuiltInTopics.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line :
                    reader.lines().filter(some -> !some.startsWith("#")).toList()) {
                String[] parts = line.split(" *\\| *", 2);
                String[] name = SPACE.split(parts[0], -1);
                topics.computeIfAbsent(name[0], id -> new HashMap<>())
                        .put(name.length > 1 ? name[1] : HEADINGS, parts[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return topics;
    }

    /** The topics with headings in a language, or else in English. */
    List<Topic> in(Locale language) {
        List<Topic> topics = new ArrayList<>();
        lines.get().forEach((id, known) -> {
            Map<String, String> headings = headings(known);
            String title = headings.getOrDefault(language.getLanguage(), headings.getOrDefault("en", id));
            topics.add(Topic.named(id, title));
        });
        return topics;
    }

    /** The keywords of a built-in topic in a language; none for a language that has none. */
    List<String> keywords(String topic, Locale language) {
        return Optional.ofNullable(lines.get().get(topic))
                .flatMap(known -> Optional.ofNullable(known.get(language.getLanguage())))
                .map(list -> List.of(COMMA.split(list, -1)))
                .orElse(List.of());
    }

    /** The built-in topic that sections of that name are about. */
    Optional<String> ofSection(String section) {
        return Optional.ofNullable(bySection.get().get(section));
    }

    private Map<String, String> bySection() {
        Map<String, String> topics = new HashMap<>();
        lines.get()
                .forEach((id, known) -> SPACE.splitAsStream(known.getOrDefault(SECTIONS, ""))
                        .forEach(section -> topics.putIfAbsent(section, id)));
        return topics;
    }

    /** The built-in topic that is called so, by its id, a heading, or the name of a section. */
    Optional<String> called(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return lines.get().entrySet().stream()
                .filter(topic -> Stream.concat(Stream.of(topic.getKey()), headings(topic.getValue()).values().stream())
                        .anyMatch(wanted::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> ofSection(SectionWords.plain(wanted)));
    }

    private static Map<String, String> headings(Map<String, String> known) {
        Map<String, String> headings = new HashMap<>();
        for (String heading : COMMA.split(known.getOrDefault(HEADINGS, ""), -1)) {
            int space = heading.indexOf(' ');
            headings.put(heading.substring(0, space), heading.substring(space + 1));
        }
        return headings;
    }
}

package org.broadsheet.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.config.Topic;
import org.broadsheet.feed.opml.Opml.Folder;

/** Finds the topic for each folder of an OPML file: one that the newsletter has, or a new one. */
final class FolderTopics {
    /** The section for everything else. */
    private static final String RESERVED = "more";

    private final List<Topic> known;
    private final List<Topic> added = new ArrayList<>();
    private final Map<Folder, String> ids = new HashMap<>();

    FolderTopics(List<Topic> known) {
        this.known = known;
    }

    /** The id of the folder's topic. */
    String of(Folder folder) {
        return ids.computeIfAbsent(folder, some -> find(some).orElseGet(() -> add(some)));
    }

    /** The topics that the newsletter does not have, in the order they were asked for. */
    List<Topic> added() {
        return added;
    }

    /** What Broadsheet wrote itself names its topic; other files have but titles, which may be ids as well. */
    private Optional<String> find(Folder folder) {
        Optional<String> own = folder.topic()
                .flatMap(id -> first(topic -> topic.id().equals(id) && isSame(topic.title(), folder.title())));
        return own.or(() -> knownOnly(topic -> isSame(topic.title(), folder.title())))
                .or(() -> folder.topic().isPresent()
                        ? Optional.empty()
                        : first(topic -> isSame(topic.title(), folder.title())))
                .or(() -> knownOnly(topic -> isSame(topic.id(), folder.topic().orElse(id(folder.title())))));
    }

    private Optional<String> first(Predicate<Topic> wanted) {
        return Stream.concat(known.stream(), added.stream())
                .filter(wanted)
                .map(Topic::id)
                .findFirst();
    }

    private Optional<String> knownOnly(Predicate<Topic> wanted) {
        return known.stream().filter(wanted).map(Topic::id).findFirst();
    }

    private String add(Folder folder) {
        String wanted = folder.topic().orElse(id(folder.title()));
        String id = wanted;
        for (int number = 2; isTaken(id); number++) {
            id = wanted + "-" + number;
        }
        added.add(Topic.named(id, folder.title()));
        return id;
    }

    private boolean isTaken(String id) {
        return id.equalsIgnoreCase(RESERVED)
                || first(topic -> topic.id().equals(id)).isPresent();
    }

    /** A title with but letters, digits and - in between. */
    private static String id(String title) {
        String id = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_]+", "-")
                .replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "topic" : id;
    }

    private static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}

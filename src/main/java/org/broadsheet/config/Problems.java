package org.broadsheet.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers the problems of one file. */
final class Problems {
    private static final int LONGEST_MESSAGE = 400;

    private final String file;
    private final SourceText source;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file, SourceText source) {
        this.file = file;
        this.source = source;
    }

    void add(String message) {
        add(Place.FILE, "", message);
    }

    void add(Node node, String path, String message) {
        add(Place.of(node), path, message);
    }

    void add(Place place, String path, String message) {
        String line = source.shown(place.line(), place.column());
        found.add(new Problem(file, place.line(), place.column(), clean(path), clean(message), line));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether something is wrong at a path that the regular expression describes. */
    boolean anyAt(String pathPattern) {
        return found.stream().anyMatch(problem -> problem.path().matches(pathPattern));
    }

    SourceText source() {
        return source;
    }

    List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** One line of bounded length that cannot steer a terminal, whatever a file holds. */
    private static String clean(String message) {
        String oneLine = UrlSecrets.hidden(message).replaceAll("\\p{Cntrl}", "\uFFFD");
        return oneLine.length() <= LONGEST_MESSAGE ? oneLine : oneLine.substring(0, LONGEST_MESSAGE) + "…";
    }
}

package org.broadsheet.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an article's page tells, without all that stands around it; plain text, as {@link CleanText} makes it.
 *
 * @param title one line; empty when the page has none
 * @param lead the sentences between the title and the text; empty when there are none, and never among the paragraphs
 * @param paragraphs the text in order, with its subheads, quotes and list items; at least one
 * @param image the picture by which the page wants to be shown
 */
public record PageText(String title, String lead, List<String> paragraphs, Optional<URI> image) {
    public PageText {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("a text has paragraphs");
        }
    }

    /** Lead and paragraphs, one a line. */
    public String text() {
        return lines().collect(Collectors.joining("\n"));
    }

    /** How many words lead and paragraphs have. */
    public int words() {
        return lines().mapToInt(line -> line.split(" ").length).sum();
    }

    private Stream<String> lines() {
        return Stream.concat(Stream.of(lead).filter(some -> !some.isEmpty()), paragraphs.stream());
    }
}

package org.broadsheet.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything an admin configured, checked.
 *
 * @param directory the folder it was read from, absolute
 * @param newsletters in the order of their ids
 */
public record Configuration(Path directory, Installation installation, List<Newsletter> newsletters) {
    public Configuration {
        newsletters = List.copyOf(newsletters);
    }

    /** The addresses of all feeds, each once. */
    public List<URI> feeds() {
        return newsletters.stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .map(Feed::url)
                .distinct()
                .toList();
    }

    /** The languages of all newsletters, each once. */
    public List<Locale> languages() {
        return newsletters.stream().map(Newsletter::language).distinct().toList();
    }

    /** The newsletter of that id, if there is one. */
    public Optional<Newsletter> newsletter(String id) {
        return newsletters.stream().filter(some -> some.id().equals(id)).findFirst();
    }
}

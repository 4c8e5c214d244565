package org.broadsheet.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Makes links absolute, the way browsers do, and drops those that lead nowhere safe. */
public final class Links {
    private Links() {}

    /**
     * The absolute http(s) address of a link; empty when it is of another scheme or cannot be one.
     *
     * @param base what a relative link is relative to; a file's links must be absolute
     */
    public static Optional<URI> resolve(URI base, String link) {
        String trimmed = link.strip();
        HttpUrl from = HttpUrl.parse(base.toString());
        HttpUrl url = from == null ? HttpUrl.parse(trimmed) : from.resolve(trimmed);
        // A login in an address is a trick to make it look like another.
        return Optional.ofNullable(url)
                .filter(some -> some.username().isEmpty() && some.password().isEmpty())
                .map(some -> asGiven(trimmed).orElseGet(some::uri));
    }

    /** A sound absolute link stays as it is, letter by letter: scripts compare it with the feed's. */
    private static Optional<URI> asGiven(String link) {
        try {
            URI uri = new URI(link);
            return Optional.of(uri).filter(some -> some.isAbsolute() && some.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

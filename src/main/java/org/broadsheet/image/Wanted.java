package org.broadsheet.image;

import java.net.URI;

/**
 * A picture that somebody wants.
 *
 * @param source its address; of an {@link Shape#ICON} the site, as {@code https://example.org}
 */
public record Wanted(URI source, Shape shape) {
    /** The address for a log: without what may be a secret. */
    String shown() {
        return source.getScheme() + "://" + source.getHost() + (source.getPath() == null ? "" : source.getPath());
    }
}

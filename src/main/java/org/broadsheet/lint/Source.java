package org.broadsheet.lint;

import java.net.URI;
import java.util.function.Predicate;

/**
 * A rendered mail, and what has to be known of where it comes from.
 *
 * @param html the HTML part
 * @param placeAttribute the attribute that holds an element's place in its template as {@code file:line}; it counts as no part of the
 *     mail, and an element without one comes from where its parent does
 * @param unencrypted which links are {@code http} at their source, and so may be in the mail
 */
public record Source(String html, String placeAttribute, Predicate<URI> unencrypted) {
    /** A mail of unknown templates, all of whose links have to be {@code https}. */
    public static Source of(String html) {
        return new Source(html, "data-place", link -> false);
    }
}

package org.broadsheet.edition;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source that tells a story too.
 *
 * @param url its article; null when the article has no web address
 */
public record SourceLink(String name, @Nullable String url) {
    private static final Set<String> WEB = Set.of("http", "https");

    /** The address if a mail may link to it: absolute and of the web. */
    static Optional<String> web(URI address) {
        @Nullable String scheme = address.getScheme();
        boolean safe =
                scheme != null && WEB.contains(scheme.toLowerCase(Locale.ROOT)) && address.getRawAuthority() != null;
        return safe ? Optional.of(address.toString()) : Optional.empty();
    }
}

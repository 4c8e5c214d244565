package org.broadsheet.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** Tells what a feed's address will be once it stands in a newsletter's file, and when two are the same. */
public final class FeedAddresses {
    private FeedAddresses() {}

    /**
     * An address of the web, as the configuration would read it.
     *
     * @throws IllegalArgumentException when it would be refused there, or is not of the web; the message says why
     */
    public static URI web(String text) {
        if (!text.strip().matches("(?is)https?:.*")) {
            throw new IllegalArgumentException("'" + text + "' is not an http or https address");
        }
        return Locations.parse(text, Path.of(""));
    }

    /** Equal for addresses that would be refused as the same feed twice. */
    public static String identity(URI url) {
        String authority = url.getRawAuthority();
        // Scheme and host are the same in whatever letters; Locations made the scheme small already.
        return authority == null
                ? url.toString()
                : url.toString().replace(authority, authority.toLowerCase(Locale.ROOT));
    }
}

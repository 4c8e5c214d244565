package org.broadsheet.feed;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** Tells feeds of this machine from those of the web. */
public final class FeedUrls {
    private FeedUrls() {}

    /** Whether the feed is a file of this machine. */
    public static boolean isFile(URI feed) {
        return feed.getScheme().equals("file");
    }

    /** The feed as an admin names it: an address, or the path of a file. */
    public static String shown(URI feed) {
        return isFile(feed) ? Path.of(feed).toString() : feed.toString();
    }

    /** The server of a feed of the web, in one spelling: what names with and without www name is one machine. */
    static String host(URI feed) {
        String authority = String.valueOf(feed.getRawAuthority()).toLowerCase(Locale.ROOT);
        return authority
                .replaceFirst("^[^@]*@", "")
                .replaceFirst(":\\d*$", "")
                .replaceFirst("\\.$", "")
                .replaceFirst("^www\\.", "");
    }
}

package org.broadsheet.net;

import java.net.URI;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Tells whose an address is: its host may be one of many of the same publisher. */
public final class Domains {
    private Domains() {}

    /** The domain that was registered, such as {@code a.example} of {@code news.a.example}; else the host. */
    public static String registrable(URI url) {
        @Nullable HttpUrl parsed = HttpUrl.parse(url.toString());
        if (parsed == null) {
            return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        }
        @Nullable String domain = parsed.topPrivateDomain();
        return domain == null ? parsed.host() : domain;
    }
}

package org.broadsheet.feed.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Understands an address the way people type it, copy it, or say it. */
public final class TypedAddress {
    private static final Pattern FEED = Pattern.compile("(?i)feed:(//)?(.*)");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(//.*|[^0-9].*)");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern HANDLE = Pattern.compile("@([\\w.-]+)@([\\w.-]+\\.[\\w-]+)");

    private TypedAddress() {}

    /**
     * The addresses that are meant, the likeliest first; none when it cannot be one of the web.
     *
     * <p>Without a scheme, https is tried before http. {@code feed:} is what some pages write before the address of
     * a feed. {@code @name@host} is an account of the fediverse.
     */
    public static List<URI> of(String typed) {
        String text = typed.strip();
        Matcher feed = FEED.matcher(text);
        String address = feed.matches() ? feed.group(2) : text;
        Matcher handle = HANDLE.matcher(address);
        if (handle.matches()) {
            return urls("https://" + handle.group(2) + "/@" + handle.group(1));
        }
        if (WEB.matcher(address).matches()) {
            return urls(address);
        }
        boolean bare = !address.isEmpty() && !SCHEME.matcher(address).matches();
        return bare ? urls("https://" + address, "http://" + address) : List.of();
    }

    private static List<URI> urls(String... texts) {
        return Stream.of(texts).flatMap(text -> url(text).stream()).toList();
    }

    private static Optional<URI> url(String text) {
        // A login in an address is not supported, here as in the configuration.
        return Optional.ofNullable(HttpUrl.parse(text))
                .filter(url -> url.username().isEmpty() && url.password().isEmpty())
                .map(url -> url.newBuilder().fragment(null).build().uri());
    }
}

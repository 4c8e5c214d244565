package org.broadsheet.article;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.feed.Links;

/** Leads from the links of services that gather news to the publisher's page, and takes its name out of the title. */
final class Aggregators {
    private static final Pattern GOOGLE_ARTICLE =
            Pattern.compile("/(?:__i/)?(?:rss/)?(?:rd/)?articles/([\\w-]{16,2000})=*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e]{4,1500}");
    private static final Pattern SUFFIX = Pattern.compile("(.{4,}?)\\s+[-–—|]\\s+(\\S.{0,80})");
    private static final Pattern LAST_DASH = Pattern.compile("(.{4,})\\s+-\\s+(\\S.{0,60})");

    private Aggregators() {}

    /** A title without its publisher, and the publisher. */
    record Told(String title, Optional<String> publisher) {}

    /** The publisher's page that a service's link leads to; the link itself when it does not tell, or is nobody's but its own. */
    static URI source(URI link) {
        String host = host(link);
        String path = Optional.ofNullable(link.getPath()).orElse("");
        Optional<String> found = Optional.empty();
        if (host.equals("news.google.com")) {
            Matcher article = GOOGLE_ARTICLE.matcher(path);
            found = article.matches() ? plainAddress(article.group(1)) : parameter(link, "url");
        } else if (isGoogle(host) && path.equals("/url")) {
            found = parameter(link, "url").or(() -> parameter(link, "q"));
        } else if (isBing(host) && path.startsWith("/news/apiclick")) {
            found = parameter(link, "url");
        }
        return found.flatMap(some -> Links.resolve(link, some)).orElse(link);
    }

    /** Whether a link is of a service that writes the publisher's name behind every title. */
    static boolean isNewsSearch(URI link) {
        String host = host(link);
        String path = Optional.ofNullable(link.getPath()).orElse("");
        return host.equals("news.google.com") || (isBing(host) && path.startsWith("/news/"));
    }

    /** Whether what the service gives as the summary is but a list of links. */
    static boolean hasNoSummary(URI link) {
        return host(link).equals("news.google.com");
    }

    /** Reads a title whose entry names its publisher, or whose link is of a news search. */
    static Told told(String title, Optional<String> publisher, boolean newsSearch) {
        if (publisher.isPresent()) {
            return new Told(without(title, publisher.get()), publisher);
        }
        Matcher dash = LAST_DASH.matcher(title);
        return newsSearch && dash.matches()
                ? new Told(dash.group(1).strip(), Optional.of(dash.group(2).strip()))
                : new Told(title, Optional.empty());
    }

    private static String without(String title, String publisher) {
        if (title.length() <= publisher.length()) {
            return title;
        }
        int from = title.length() - publisher.length();
        Matcher suffix = SUFFIX.matcher(title);
        boolean ends = title.regionMatches(true, from, publisher, 0, publisher.length());
        return ends && suffix.region(0, title.length()).matches()
                ? title.substring(0, from).replaceFirst("\\s+[-–—|]\\s+$", "")
                : title;
    }

    private static String host(URI link) {
        return Optional.ofNullable(link.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean isGoogle(String host) {
        return host.matches("(www\\.)?google(\\.[a-z]{2,3}){1,2}");
    }

    private static boolean isBing(String host) {
        return host.equals("www.bing.com") || host.equals("bing.com");
    }

    /** Older ids hold the address as it is; what newer ids hold, only the service can read. */
    private static Optional<String> plainAddress(String id) {
        try {
            String bytes = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.ISO_8859_1);
            Matcher address = ADDRESS.matcher(bytes);
            return address.find() ? Optional.of(address.group()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // An id of another kind: it says nothing.
            return Optional.empty();
        }
    }

    private static Optional<String> parameter(URI link, String name) {
        return Stream.of(Optional.ofNullable(link.getRawQuery()).orElse("").split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .filter(value -> value.startsWith("http://") || value.startsWith("https://"))
                .findFirst();
    }
}

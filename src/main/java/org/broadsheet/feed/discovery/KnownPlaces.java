package org.broadsheet.feed.discovery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where the feeds are of sites whose software we know, which often do not say.
 *
 * <p>A site is known by its host, and where its software runs on many hosts, by what a page says of itself.
 */
final class KnownPlaces {
    private static final String CHANNEL_ID = "UC[\\w-]{22}";
    private static final Pattern CHANNEL_PATH = Pattern.compile("/channel/(" + CHANNEL_ID + ")(/.*)?");
    private static final Pattern CHANNEL_DATA =
            Pattern.compile("\"(?:externalId|externalChannelId|channelId)\"\\s*:\\s*\"(" + CHANNEL_ID + ")\"");
    private static final Pattern PLAYLIST = Pattern.compile("(?:.*&)?list=([\\w-]+)(?:&.*)?");

    /** A path of a site, and where its feeds are; {@code $1} is the first group. */
    private record Rule(Pattern host, Pattern path, List<String> feeds) {
        static Rule of(String host, String path, String... feeds) {
            return new Rule(Pattern.compile("(?:www\\.|old\\.|m\\.)?" + host), Pattern.compile(path), List.of(feeds));
        }

        Stream<String> apply(String host, String path) {
            Matcher found = path(path);
            return this.host.matcher(host).matches() && found.matches()
                    ? feeds.stream().map(found::replaceFirst)
                    : Stream.empty();
        }

        private Matcher path(String text) {
            return path.matcher(text);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("reddit\\.com", "/((?:r|u|user)/[^/]+)(?:/.*)?", "/$1/.rss"),
            Rule.of("github\\.com", "/([^/]+/[^/]+)/tags/?", "/$1/tags.atom"),
            Rule.of("github\\.com", "/([^/]+/[^/]+)(?:/.*)?", "/$1/releases.atom", "/$1/commits.atom"),
            Rule.of("github\\.com", "/([^/]+)/?", "/$1.atom"),
            Rule.of("medium\\.com", "/(?!feed/)([^/]+)(?:/.*)?", "/feed/$1"),
            Rule.of("[^.]+\\.medium\\.com", "/.*", "/feed"),
            Rule.of("[^.]+\\.substack\\.com", "/.*", "/feed"),
            Rule.of("[^.]+\\.tumblr\\.com", "/.*", "/rss"),
            Rule.of("tumblr\\.com", "/(?:blog/(?:view/)?)?([^/]+)(?:/.*)?", "https://$1.tumblr.com/rss"),
            Rule.of("[^.]+\\.(?:blogspot\\.[a-z.]+)", "/.*", "/feeds/posts/default"),
            Rule.of("[^.]+\\.wordpress\\.com", "/.*", "/feed/"),
            Rule.of("bsky\\.app", "/profile/([^/]+)(?:/.*)?", "/profile/$1/rss"),
            Rule.of("(?:[a-z]+\\.)?stackoverflow\\.com", "/questions/tagged/([^/]+)(?:/.*)?", "/feeds/tag/$1"),
            // Mastodon and its relatives, on any host.
            Rule.of("(?!.*medium\\.com|.*youtube\\.com).*", "/(@[^/@]+)(?:/.*)?", "/$1.rss"));

    /** Software by how it names itself, and where it keeps its feed. */
    private static final List<String[]> GENERATORS = List.of(
            new String[] {"wordpress", "/feed/"},
            new String[] {"ghost", "/rss/"},
            new String[] {"blogger", "/feeds/posts/default"},
            new String[] {"hugo", "/index.xml"},
            new String[] {"jekyll", "/feed.xml"},
            new String[] {"discourse", "/latest.rss"},
            new String[] {"drupal", "/rss.xml"},
            new String[] {"squarespace", "/blog?format=rss"});

    private KnownPlaces() {}

    /**
     * The feeds that a page of this address should have.
     *
     * @param page null when there is none to look into
     */
    static List<URI> of(URI url, @Nullable Document page) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        Stream<String> places = Stream.concat(
                isYouTube(host, page) ? youTube(url, page) : Stream.empty(),
                Stream.concat(
                        RULES.stream().flatMap(rule -> rule.apply(host, path)),
                        page == null ? Stream.empty() : generators(page)));
        return places.map(url::resolve).distinct().toList();
    }

    private static boolean isYouTube(String host, @Nullable Document page) {
        return host.matches("(.*\\.)?youtube\\.com|youtu\\.be")
                || (page != null && content(page, "meta[property=og:site_name]").equals("YouTube"));
    }

    private static Stream<String> youTube(URI url, @Nullable Document page) {
        String query = Optional.ofNullable(url.getRawQuery()).orElse("");
        Matcher playlist = PLAYLIST.matcher(query);
        if (playlist.matches()) {
            return Stream.of(videos(url, "playlist_id=" + playlist.group(1)));
        }
        Matcher channel = CHANNEL_PATH.matcher(url.getRawPath());
        Optional<String> id = channel.matches()
                ? Optional.of(channel.group(1))
                : Optional.ofNullable(page).flatMap(KnownPlaces::channelOf);
        Matcher user = Pattern.compile("/user/([\\w-]+)(/.*)?").matcher(url.getRawPath());
        return id
                .map(some -> videos(url, "channel_id=" + some))
                .or(() -> user.matches() ? Optional.of(videos(url, "user=" + user.group(1))) : Optional.empty())
                .stream();
    }

    private static String videos(URI url, String query) {
        String host = "youtu.be".equals(url.getHost()) ? "https://www.youtube.com" : "";
        return host + "/feeds/videos.xml?" + query;
    }

    /** A page names its own channel in its head; in its data there may be others besides. */
    private static Optional<String> channelOf(Document page) {
        return Stream.of(
                        page.select("link[rel=canonical]").attr("href").replaceFirst(".*/channel/", ""),
                        content(page, "meta[itemprop=identifier]"),
                        content(page, "meta[itemprop=channelId]"))
                .filter(id -> id.matches(CHANNEL_ID))
                .findFirst()
                .or(() -> page.select("script").stream()
                        .flatMap(script -> CHANNEL_DATA.matcher(script.data()).results())
                        .map(found -> found.group(1))
                        .findFirst());
    }

    private static Stream<String> generators(Document page) {
        String generator = content(page, "meta[name=generator]").toLowerCase(Locale.ROOT);
        return GENERATORS.stream()
                .filter(known -> generator.startsWith(known[0]))
                .map(known -> known[1]);
    }

    private static String content(Document page, String selector) {
        return page.select(selector).attr("content").strip();
    }
}

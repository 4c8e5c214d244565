package org.broadsheet.feed.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where feeds usually are, for sites whose pages do not say. */
final class UsualPlaces {
    private static final List<String> NAMES =
            List.of("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json", "feed/");

    private static final List<String> FURTHER = List.of(
            "blog/feed",
            "blog/rss.xml",
            "blog/index.xml",
            "blog/feed.xml",
            "news/feed",
            "news/rss.xml",
            "feeds/posts/default");

    private UsualPlaces() {}

    /** What to try for a page, a round at a time: below the page first, as that is nearer to what was named. */
    static List<List<URI>> of(URI page) {
        List<List<URI>> rounds = new ArrayList<>();
        String path = page.getRawPath() == null ? "" : page.getRawPath();
        boolean deep = path.replace("/", "").length() > 0;
        if (deep) {
            String folder = path.endsWith("/") ? path : path + "/";
            rounds.add(resolve(
                    page, Stream.of("feed", "rss.xml", "feed.xml", "index.xml").map(name -> folder + name)));
        }
        rounds.add(resolve(page, NAMES.stream().map(name -> "/" + name)));
        rounds.add(resolve(page, FURTHER.stream().map(name -> "/" + name)));
        return rounds;
    }

    private static List<URI> resolve(URI page, Stream<String> paths) {
        return paths.map(page::resolve).toList();
    }
}

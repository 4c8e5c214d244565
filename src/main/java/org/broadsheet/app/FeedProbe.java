package org.broadsheet.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.FoundArticle;
import org.broadsheet.article.PageFetcher;
import org.broadsheet.article.PageReader;
import org.broadsheet.config.Installation;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedLink;
import org.broadsheet.feed.FeedLinks;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.feed.discovery.Discovered;
import org.broadsheet.feed.discovery.Discovery;
import org.broadsheet.feed.discovery.TypedAddress;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.net.Validators;

/** Tries feeds that no newsletter needs to have: nothing is stored, and no wish of a server is remembered. */
public final class FeedProbe implements AutoCloseable {
    private final Http http;
    private final long maxBytes;
    private final FeedFetcher fetcher;
    private final Discovery discovery;
    private final ArticleReader reader;
    private final PageFetcher pages;

    /** @param typed the addresses that somebody typed; they are asked even when they are private, and only they */
    public FeedProbe(Installation.Fetch settings, List<URI> typed, Clock clock) {
        HttpLimits limits = Newsroom.limits(settings);
        Set<String> allowed = Stream.concat(
                        limits.allowHosts().stream(), typed.stream().flatMap(url -> server(url).stream()))
                .collect(Collectors.toSet());
        FeedParser parser = new FeedParser();
        this.http = new Http(new HttpLimits(limits.userAgent(), limits.timeout(), limits.maxBytes(), allowed));
        this.maxBytes = limits.maxBytes();
        this.fetcher = new FeedFetcher(http, maxBytes, parser, clock);
        this.discovery = new Discovery(http, parser, clock);
        this.reader = new ArticleReader(clock);
        this.pages = new PageFetcher(http, new Robots(http, limits.userAgent(), clock), new PageReader());
    }

    /** Reads the pages of articles. */
    public PageFetcher pages() {
        return pages;
    }

    /** The host and port of an address; another port of the same host is another server. */
    private static Optional<String> server(URI url) {
        if (url.getHost() == null) {
            return Optional.empty();
        }
        int usual = url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return Optional.of(
                (host.startsWith("[") ? ipv6(host) : host) + ":" + (url.getPort() < 0 ? usual : url.getPort()));
    }

    /** In the one spelling that sockets have for it. */
    private static String ipv6(String literal) {
        try {
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    /**
     * An address of the web, or a file.
     *
     * @throws IllegalArgumentException when it cannot be either
     */
    public static URI address(String argument) {
        if (!argument.matches("(?i)(https?://|feed:).*")) {
            return Path.of(argument).toAbsolutePath().toUri();
        }
        return TypedAddress.of(argument).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is not an address that can be asked"));
    }

    /** Fetches and reads one feed. */
    public FetchOutcome fetch(URI feed) {
        return fetcher.fetch(feed, Optional.empty());
    }

    /** The articles that a feed would give. */
    public List<FoundArticle> articles(URI feed, FeedDocument document) {
        return reader.read(feed, document);
    }

    /** The feeds that a web page names; none where it is none. */
    public List<FeedLink> named(URI page) throws IOException {
        if (FeedUrls.isFile(page)) {
            try (InputStream in = Files.newInputStream(Path.of(page))) {
                return FeedLinks.in(
                        in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 8)), Optional.empty(), page);
            }
        }
        return http.get(page, Validators.NONE) instanceof HttpAnswer.Body body
                ? FeedLinks.in(body.bytes().toByteArray(), body.contentType(), body.url())
                : List.of();
    }

    /** Finds the feeds of an address, as somebody typed it. */
    public Discovered discover(String typed) throws InterruptedException {
        return discovery.discover(typed);
    }

    @Override
    public void close() {
        http.close();
    }
}

package org.broadsheet.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.FoundArticle;
import org.broadsheet.config.Installation;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;

/** Tries feeds that no newsletter needs to have: nothing is stored, and no wish of a server is remembered. */
public final class FeedProbe implements AutoCloseable {
    private final Http http;
    private final FeedFetcher fetcher;
    private final ArticleReader reader;

    /** @param typed the addresses that somebody typed; their hosts are asked even when they are private */
    public FeedProbe(Installation.Fetch settings, List<URI> typed, Clock clock) {
        HttpLimits limits = App.limits(settings);
        List<String> hosts = Stream.concat(
                        limits.allowHosts().stream(),
                        typed.stream().flatMap(url -> Optional.ofNullable(url.getHost()).stream()))
                .distinct()
                .toList();
        this.http = new Http(
                new HttpLimits(limits.userAgent(), limits.timeout(), limits.maxBytes(), java.util.Set.copyOf(hosts)));
        this.fetcher = new FeedFetcher(http, limits.maxBytes(), new FeedParser(), clock);
        this.reader = new ArticleReader(clock);
    }

    /** An address of the web, or a file. */
    public static URI address(String argument) {
        return argument.matches("(?i)https?://.*")
                ? URI.create(argument)
                : Path.of(argument).toAbsolutePath().toUri();
    }

    /** Fetches and reads one feed. */
    public FetchOutcome fetch(URI feed) {
        return fetcher.fetch(feed, Optional.empty());
    }

    /** The articles that a feed would give. */
    public List<FoundArticle> articles(URI feed, FeedDocument document) {
        return reader.read(feed, document);
    }

    @Override
    public void close() {
        http.close();
    }
}

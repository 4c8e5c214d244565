package org.broadsheet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.Collecting;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.store.Database;

/**
 * How long it takes to fetch, parse and store many feeds of a server on this machine, and how much memory.
 *
 * <p>Usage: {@code CollectBench serve PORT-FILE}, and beside it {@code CollectBench collect PORT FEEDS}. The server is a
 * process of its own, so that its memory is not counted.
 */
public final class CollectBench {
    private static final int ENTRIES = 40;
    private static final int LIMIT = 10_000_000;

    private CollectBench() {}

    /** Runs one of the two. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("serve")) {
            serve(Path.of(args[1]));
        } else {
            collect(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        }
    }

    private static void serve(Path portFile) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", CollectBench::answer);
        server.start();
        Files.writeString(portFile, String.valueOf(server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] feed = feed(Integer.parseInt(path.substring(1))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    private static String feed(int number) {
        StringBuilder items = new StringBuilder();
        Random random = new Random(number);
        for (int i = 0; i < ENTRIES; i++) {
            items.append(item(number, i, random));
        }
        return "<rss version=\"2.0\"><channel><title>Feed " + number
                + "</title><language>en</language><link>https://host" + number + ".example/</link>" + items
                + "</channel></rss>";
    }

    private static String item(int feed, int item, Random random) {
        String words = IntStream.range(0, 60)
                .mapToObj(i -> Integer.toString(random.nextInt(40_000), 36))
                .reduce("", (text, word) -> text + word + " ");
        return "<item><title>Story %d of feed %d %s</title><link>https://host%d.example/story/%d?utm_source=rss</link>"
                        .formatted(item, feed, words.substring(0, 20), feed, item)
                + "<guid>tag:host%d.example,2026:%d</guid><pubDate>Mon, 23 Nov 2026 06:%02d:00 +0100</pubDate>"
                        .formatted(feed, item, item)
                + "<description>&lt;p&gt;" + words + ".&lt;/p&gt;</description><category>News</category></item>";
    }

    private static void collect(int port, int feeds) throws Exception {
        Path folder = Files.createTempDirectory("broadsheet-bench");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        List<URI> urls = IntStream.range(0, feeds)
                .mapToObj(i -> URI.create("http://" + (i % 2 == 0 ? "localhost" : "127.0.0.1") + ":" + port + "/" + i))
                .toList();
        HttpLimits limits =
                new HttpLimits("Broadsheet/bench", Duration.ofSeconds(20), LIMIT, Set.of("localhost", "127.0.0.1"));
        try (Http http = new Http(limits);
                Database database = Database.open("jdbc:sqlite:" + folder.resolve("bench.db"), "", "")) {
            FeedStore store = new FeedStore(database);
            FeedManners manners = new FeedManners(clock, new Random(1));
            FeedCollector collector =
                    new FeedCollector(new FeedFetcher(http, LIMIT, new FeedParser(), clock), store, manners, 16);
            Collecting collecting = new Collecting(
                    database,
                    new Collecting.Stores(store, new ArticleStore(database)),
                    new ArticleReader(clock),
                    manners,
                    clock);
            String first = run(collector, collecting, urls);
            String second = run(collector, collecting, urls);
            System.out.printf(
                    Locale.ROOT,
                    "%d feeds of %d entries: new %s; unchanged %s; peak memory %s%n",
                    feeds,
                    ENTRIES,
                    first,
                    second,
                    peak());
        }
    }

    private static String run(FeedCollector collector, Collecting collecting, List<URI> urls)
            throws InterruptedException {
        AtomicInteger added = new AtomicInteger();
        long start = System.nanoTime();
        collector.collect(
                urls,
                Asker.BY_HAND,
                (feed, outcome) ->
                        added.addAndGet(collecting.store(feed, outcome).added()));
        return String.format(Locale.ROOT, "%.1f s (%d articles added)", (System.nanoTime() - start) / 1e9, added.get());
    }

    /** The most physical memory that this process ever had, as Linux counts it. */
    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }
}

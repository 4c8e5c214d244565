package org.broadsheet.feed.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.broadsheet.feed.FeedSamples;

/** A web site of a few pages on this machine; what it does not have is answered 404. */
public final class PlayedSite implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile int slowness;

    public PlayedSite() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(String.valueOf(request.getTarget()));
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse answer(String target) throws InterruptedException {
        asked.add(target);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            // Long enough for another request to come in meanwhile.
            never.await(slowness, TimeUnit.MILLISECONDS);
            return pages.getOrDefault(
                    target, new MockResponse.Builder().code(404).build());
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** A page whose head and body are given; {@code $SITE} in it is this site. */
    public PlayedSite page(String path, String html) {
        String text = "<!doctype html><html>" + html.replace("$SITE", root()) + "</html>";
        return answer(
                path,
                new MockResponse.Builder()
                        .body(text)
                        .setHeader("Content-Type", "text/html")
                        .build());
    }

    /** A feed of one article. */
    public PlayedSite feed(String path, String title) {
        String item = FeedSamples.item("Eins", path, "Mon, 23 Nov 2026 06:15:00 +0100", "");
        String text = new String(FeedSamples.rss(item), StandardCharsets.UTF_8);
        return answer(
                path,
                new MockResponse.Builder()
                        .body(text.replace("<title>Küstenblatt</title>", "<title>" + title + "</title>"))
                        .build());
    }

    public PlayedSite answer(String path, MockResponse response) {
        pages.put(path, response);
        return this;
    }

    /** From now on, it takes its time with every answer. */
    void slow() {
        slowness = 30;
    }

    /** Every path that was asked for. */
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** How many requests were under way at the same time, at most. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    public URI url(String path) {
        return URI.create(root() + path);
    }

    /** The host and port, as one types them. */
    public String host() {
        return "127.0.0.1:" + server.getPort();
    }

    private String root() {
        return "http://" + host();
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many feeds are asked at once, and who waits for whom. */
@Timeout(60)
class FeedCollectorTest {
    private final TestClock clock = new TestClock();
    private final Http http = new Http(
            new HttpLimits("Broadsheet/test", Duration.ofSeconds(40), 100_000, Set.of("localhost", "127.0.0.1")));
    private final Crowd crowd = new Crowd();
    private final MockWebServer one = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private Database database;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        database = Database.open("jdbc:sqlite:" + folder.resolve("b.db"), "", "");
        for (MockWebServer server : List.of(one, other)) {
            server.setDispatcher(crowd);
            server.start();
        }
    }

    @AfterEach
    void close() {
        http.close();
        one.close();
        other.close();
        database.close();
    }

    /** Counts how many are served at once; keeps the first until others come, and some until a gate opens. */
    private static final class Crowd extends Dispatcher {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile CountDownLatch company = new CountDownLatch(2);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CountDownLatch firstBehindGate = new CountDownLatch(1);

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                if (String.valueOf(request.getTarget()).startsWith("/gated")) {
                    firstBehindGate.countDown();
                    gate.await(50, TimeUnit.SECONDS);
                } else {
                    company.countDown();
                    company.await(20, TimeUnit.SECONDS);
                    gate.await(5, TimeUnit.MILLISECONDS);
                }
            } finally {
                inside.decrementAndGet();
            }
            return new MockResponse.Builder().code(404).build();
        }
    }

    @Test
    void asksAHostTwiceAtOnceAndNoMoreOnWhateverPortAndUnderWhateverName() throws InterruptedException {
        List<URI> feeds = new ArrayList<>(urls("localhost", one, "/", 12));
        feeds.addAll(urls("LOCALHOST", other, "/", 12));

        Queue<URI> done = new ConcurrentLinkedQueue<>();
        collect(16, feeds, (feed, outcome) -> done.add(feed));

        assertThat(done).containsExactlyInAnyOrderElementsOf(feeds);
        assertThat(crowd.most).hasValue(2);
    }

    @Test
    void asksNoMoreAtOnceThanItMay() throws InterruptedException {
        crowd.company = new CountDownLatch(3);
        List<URI> feeds = new ArrayList<>(urls("localhost", one, "/", 9));
        feeds.addAll(urls("127.0.0.1", other, "/", 9));

        collect(3, feeds, (feed, outcome) -> {});

        assertThat(crowd.most).hasValue(3);
    }

    @Test
    void countsAFeedForTheHostWhereItIsFoundNow() throws InterruptedException {
        List<URI> feeds = urls("moved.example", one, "/", 10);
        feeds.forEach(feed -> database.change(handle -> handle.execute(
                "insert into feed (url, checked_at, moved_to) values (?, 0, ?)",
                feed.toString(),
                feed.toString().replace("moved.example", "localhost"))));
        List<URI> all = new ArrayList<>(urls("localhost", other, "/", 10));
        all.addAll(feeds);

        collect(16, all, (feed, outcome) -> {});

        assertThat(one.getRequestCount()).isEqualTo(10);
        assertThat(crowd.most).hasValue(2);
    }

    @Test
    void keepsNobodyWaitingBecauseOneHostHasHundredsOfFeeds() throws InterruptedException {
        List<URI> feeds = new ArrayList<>(urls("127.0.0.1", one, "/gated", 300));
        feeds.addAll(urls("localhost", other, "/", 10));
        AtomicInteger quick = new AtomicInteger();
        AtomicInteger gated = new AtomicInteger();

        collect(4, feeds, (feed, outcome) -> {
            if (feed.getHost().equals("localhost") && quick.incrementAndGet() == 10) {
                assertThat(gated).as("feeds of the slow host that are done").hasValue(0);
                crowd.gate.countDown();
            } else if (!feed.getHost().equals("localhost")) {
                gated.incrementAndGet();
            }
        });

        assertThat(quick).hasValue(10);
        assertThat(gated).hasValue(300);
    }

    @Test
    void endsAtOnceWhenInterruptedAndHandsNothingMoreOver() throws InterruptedException {
        Queue<URI> done = new ConcurrentLinkedQueue<>();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                collect(4, urls("localhost", one, "/gated", 50), (feed, outcome) -> done.add(feed));
            } catch (InterruptedException e) {
                end.set(e);
            }
        });
        thread.start();
        crowd.firstBehindGate.await();

        thread.interrupt();
        thread.join(10_000);
        crowd.gate.countDown();

        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(done).isEmpty();
        assertThat(one.getRequestCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void doesNotHideWhatGoesWrongWithStoring() {
        assertThatThrownBy(() -> collect(4, urls("localhost", one, "/", 5), (feed, outcome) -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    private void collect(int parallel, List<URI> feeds, BiConsumer<URI, FetchOutcome> whenDone)
            throws InterruptedException {
        FeedFetcher fetcher = new FeedFetcher(http, 100_000, new FeedParser(), clock);
        new FeedCollector(fetcher, new FeedStore(database), new FeedManners(clock, new Random(1)), parallel)
                .collect(feeds, Asker.BY_HAND, whenDone);
    }

    private static List<URI> urls(String host, MockWebServer server, String path, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> URI.create("http://" + host + ":" + server.getPort() + path + i))
                .toList();
    }
}

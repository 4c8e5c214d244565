package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.broadsheet.article.Collecting.Collected;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedFetcher;
import org.broadsheet.feed.FeedManners;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedState;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When feeds are asked, and what is remembered of them, whatever the database. */
abstract class CollectingContract {
    private static final String FEED =
            new String(rss(item("Eins", "/1", "Mon, 23 Nov 2026 06:15:00 +0100", "")), StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestClock clock;
    private MockWebServer server;
    private Database database;
    private FeedStore feeds;
    private Http http;
    private FeedCollector collector;
    private Collecting collecting;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() throws IOException {
        clock = new TestClock();
        server = new MockWebServer();
        server.start();
        database = empty();
        feeds = new FeedStore(database);
        http = new Http(
                new HttpLimits("Broadsheet/test", Duration.ofSeconds(5), 100_000, Set.of("localhost", "127.0.0.1")));
        FeedManners manners = new FeedManners(clock, new Random(1));
        collector = new FeedCollector(new FeedFetcher(http, 100_000, new FeedParser(), clock), feeds, manners, 16);
        collecting = new Collecting(
                database,
                new Collecting.Stores(feeds, new ArticleStore(database)),
                new ArticleReader(clock),
                manners,
                clock);
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
        done(database);
    }

    @Test
    void remembersFormatEntriesAndRepairs() throws InterruptedException {
        server.enqueue(body(FEED.replace("<title>Eins", "<title>Eins &nbsp;& zwei")));

        collect("/feed.xml", Asker.BY_HAND);

        FeedState state = state("/feed.xml");
        assertThat(state.format()).isEqualTo("RSS 2.0");
        assertThat(state.entries()).isOne();
        assertThat(state.repairs()).extracting(repair -> repair.label()).containsExactly("entities", "ampersands");
        assertThat(state.readAt()).contains(clock.instant());
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "3600")
                .build());
        server.enqueue(body(FEED));

        assertThat(collect("/busy", Asker.BY_HAND).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("60 min"));
        clock.advance(Duration.ofMinutes(59));
        assertThat(collect("/busy", Asker.BY_HAND).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("not asked again before 2026-11-23T07:00:00Z"));
        assertThat(server.getRequestCount()).isOne();
        clock.advance(Duration.ofMinutes(1));
        assertThat(collect("/busy", Asker.BY_HAND).problem()).isEmpty();
        assertThat(state("/busy").failures()).isZero();
    }

    @Test
    void waitsLongerEachTimeTheServerIsTooBusyToSayHowLong() throws InterruptedException {
        server.setDispatcher(always(new MockResponse.Builder().code(503).build()));

        collect("/busy", Asker.BY_HAND);
        Duration first = Duration.between(
                clock.instant(), state("/busy").patience().notBefore().orElseThrow());
        clock.advance(first);
        collect("/busy", Asker.BY_HAND);
        Duration second = Duration.between(
                clock.instant(), state("/busy").patience().notBefore().orElseThrow());

        assertThat(first).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(18));
        assertThat(second).isBetween(Duration.ofMinutes(24), Duration.ofMinutes(36));
    }

    @Test
    void neverAsksAFeedAgainThatIsGoneUnlessTheAdminSaysSo() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(410).build());
        server.enqueue(body(FEED));

        collect("/gone", Asker.BY_HAND);
        clock.advance(Duration.ofDays(400));
        assertThat(collect("/gone", Asker.BY_HAND).problem())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("since 2026-11-23").contains("feeds resume"));
        assertThat(server.getRequestCount()).isOne();
        assertThat(state("/gone").needsAdmin(clock.instant())).isTrue();

        assertThat(feeds.resume(url("/gone"))).isTrue();
        assertThat(collect("/gone", Asker.BY_HAND).problem()).isEmpty();
        assertThat(state("/gone").needsAdmin(clock.instant())).isFalse();
    }

    @Test
    void theServiceWaitsAfterAFailureAndAnAdminDoesNot() throws InterruptedException {
        server.setDispatcher(always(new MockResponse.Builder().code(500).build()));

        collect("/broken", Asker.SERVICE);
        collect("/broken", Asker.SERVICE);
        assertThat(server.getRequestCount()).isOne();
        collect("/broken", Asker.BY_HAND);
        assertThat(server.getRequestCount()).isEqualTo(2);
        clock.advance(Duration.ofHours(15));
        assertThat(collect("/broken", Asker.SERVICE).problem()).contains("the server answered 500");
        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(state("/broken").failures()).isEqualTo(3);
    }

    @Test
    void namesAFeedThatFailsForAWeek() throws InterruptedException {
        server.setDispatcher(always(new MockResponse.Builder().code(404).build()));
        for (int day = 0; day < 8; day++) {
            collect("/lost", Asker.BY_HAND);
            assertThat(state("/lost").needsAdmin(clock.instant())).isFalse();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(state("/lost").needsAdmin(clock.instant())).isTrue();
        assertThat(state("/lost").patience().failingSince())
                .contains(clock.instant().minus(Duration.ofDays(8)));
    }

    @Test
    void asksAFeedThatHasMovedAtItsNewAddress() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "/new.xml")
                .build());
        server.enqueue(new MockResponse.Builder()
                .body(FEED)
                .setHeader("ETag", "\"v1\"")
                .build());
        server.enqueue(new MockResponse.Builder().code(304).build());

        collect("/old.xml", Asker.BY_HAND);
        collect("/old.xml", Asker.BY_HAND);

        assertThat(state("/old.xml").movedTo()).contains(url("/new.xml"));
        assertThat(paths()).containsExactly("/old.xml", "/new.xml", "/new.xml");
    }

    @Test
    void asksAtTheOldAddressWhenTheNewOneIsNotThereAnyMore() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(308)
                .setHeader("Location", "/new.xml")
                .build());
        server.enqueue(body(FEED));
        server.enqueue(new MockResponse.Builder().code(404).build());
        server.enqueue(body(FEED));

        collect("/old.xml", Asker.BY_HAND);
        assertThat(collect("/old.xml", Asker.BY_HAND).problem()).isEmpty();

        assertThat(state("/old.xml").movedTo()).isEmpty();
        assertThat(paths()).containsExactly("/old.xml", "/new.xml", "/new.xml", "/old.xml");
    }

    @Test
    void asksNotWhileTheServerSaysThatNothingIsNewer() throws InterruptedException {
        server.setDispatcher(always(new MockResponse.Builder()
                .body(FEED)
                .setHeader("Cache-Control", "public, max-age=600")
                .build()));

        collect("/fresh", Asker.BY_HAND);
        clock.advance(Duration.ofMinutes(9));
        assertThat(collect("/fresh", Asker.BY_HAND)).isEqualTo(new Collected(0, 0, Optional.empty()));
        assertThat(server.getRequestCount()).isOne();
        clock.advance(Duration.ofMinutes(1));
        collect("/fresh", Asker.BY_HAND);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void believesNoServerThatNothingIsNewFromOneMorningToTheNext() throws InterruptedException {
        server.setDispatcher(always(new MockResponse.Builder()
                .body(FEED)
                .setHeader("Cache-Control", "max-age=31536000")
                .build()));

        collect("/frozen", Asker.BY_HAND);
        clock.advance(Duration.ofMinutes(31));
        collect("/frozen", Asker.BY_HAND);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private Collected collect(String path, Asker asker) throws InterruptedException {
        List<Collected> collected = new ArrayList<>();
        collector.collect(List.of(url(path)), asker, (feed, outcome) -> collected.add(collecting.store(feed, outcome)));
        return collected.get(0);
    }

    private FeedState state(String path) {
        return feeds.state(url(path)).orElseThrow();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    private List<String> paths() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            paths.add(server.takeRequest().getTarget());
        }
        return paths;
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(new Buffer().writeUtf8(text)).build();
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }
}

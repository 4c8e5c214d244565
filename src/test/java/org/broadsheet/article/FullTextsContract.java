package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What full text brings and what it never does, whatever the database. */
abstract class FullTextsContract {
    private static final URI FEED = URI.create("https://kuestenblatt.example/feed.xml");
    private static final String SUMMARY = "Kurz.";
    private static final String PAGE = """
            <html><head><title>Die Mauer</title><meta property="og:image" content="/mauer.jpg"></head><body><article>
            <h1>Die neue Mauer wird teurer</h1>
            <p>Die Kaimauer im Westhafen wird deutlich teurer als geplant, sagt die Behörde am Montag.</p>
            <div class="newsletter"><p>Unser Newsletter kommt jeden Morgen um sechs.</p><form><input></form></div>
            <p>Demnach steigen die Kosten von 40 auf 62 Millionen Euro. Schuld ist vor allem der Stahl.</p>
            <p>Ein Baustopp kommt nicht infrage, weil die alte Mauer schon längst abgetragen ist.</p>
            </article></body></html>
            """;
    private static final String TEXT = """
            Die Kaimauer im Westhafen wird deutlich teurer als geplant, sagt die Behörde am Montag.
            Demnach steigen die Kosten von 40 auf 62 Millionen Euro. Schuld ist vor allem der Stahl.
            Ein Baustopp kommt nicht infrage, weil die alte Mauer schon längst abgetragen ist.""";

    @TempDir
    Path folder;

    private TestClock clock;
    private PageServer server;
    private Database database;
    private Http http;
    private FullTexts texts;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        clock = new TestClock();
        server = new PageServer();
        http = new Http(
                new HttpLimits("Broadsheet/test", Duration.ofSeconds(5), 100_000, Set.of("localhost", "127.0.0.1")));
        texts = texts(Duration.ofSeconds(30));
        database.change(handle -> handle.execute("insert into feed (url, checked_at) values (?, 0)", FEED.toString()));
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
        done(database);
    }

    private FullTexts texts(Duration longest) {
        PageFetcher fetcher = new PageFetcher(http, new Robots(http, "Broadsheet/test", clock), new PageReader());
        return new FullTexts(fetcher, new FullTextStore(database), 8, longest, clock);
    }

    @Test
    void readsTheTextThePictureAndASummaryWhereTheFeedHasNone() throws InterruptedException {
        article("a", "/a", clock.instant());
        server.page("/a", PAGE);

        assertThat(texts.read(List.of(FEED))).isOne();

        Stored stored = stored("a");
        assertThat(stored.text()).isEqualTo(TEXT);
        assertThat(stored.words()).isEqualTo(43);
        assertThat(stored.summary()).startsWith("Die Kaimauer im Westhafen wird deutlich teurer");
        assertThat(stored.image()).isEqualTo(server.url("/mauer.jpg"));
        assertThat(stored.checked()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void leavesTheFeedsSummaryAndPictureWhereItHasThem() throws InterruptedException {
        String summary = "Die Kosten der Mauer steigen um mehr als die Hälfte.";
        article("a", "/a", clock.instant());
        database.change(
                handle -> handle.execute("update article set summary = ?, image = 'https://a.example/b.jpg'", summary));
        server.page("/a", PAGE);

        texts.read(List.of(FEED));

        assertThat(stored("a").summary()).isEqualTo(summary);
        assertThat(stored("a").image()).isEqualTo("https://a.example/b.jpg");
    }

    @Test
    void fallsBackToTheFeedWhereThePageHoldsNoArticleAndAsksNoMore() throws InterruptedException {
        article("missing", "/missing", clock.instant());
        article("front", "/front", clock.instant());
        article("pdf", "/pdf", clock.instant());
        server.page("/front", "<html><body><h1>Küstenblatt</h1><p>Nachrichten</p></body></html>");
        server.reply("/pdf", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/pdf");
            PageServer.answer(exchange, 200, "%PDF");
        });

        assertThat(texts.read(List.of(FEED))).isZero();
        clock.advance(Duration.ofDays(1));
        server.requests().clear();
        assertThat(texts.read(List.of(FEED))).isZero();

        assertThat(server.requests()).isEmpty();
        for (String id : List.of("missing", "front", "pdf")) {
            assertThat(stored(id).summary()).isEqualTo(SUMMARY);
            assertThat(stored(id).words()).isZero();
        }
    }

    @Test
    void fetchesNoPageTwice() throws InterruptedException {
        article("a", "/a", clock.instant());
        server.page("/a", PAGE);
        texts.read(List.of(FEED));
        server.requests().clear();

        assertThat(texts.read(List.of(FEED))).isZero();
        clock.advance(Duration.ofHours(12));
        assertThat(texts.read(List.of(FEED))).isZero();

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void triesAgainSomeHoursAfterAServerFailed() throws InterruptedException {
        article("a", "/a", clock.instant());
        server.reply("/a", exchange -> PageServer.answer(exchange, 500, ""));
        assertThat(texts.read(List.of(FEED))).isZero();

        server.page("/a", PAGE);
        clock.advance(Duration.ofHours(1));
        assertThat(texts.read(List.of(FEED))).isZero();
        clock.advance(Duration.ofHours(6));
        assertThat(texts.read(List.of(FEED))).isOne();
    }

    @Test
    void leavesTheRestOfASiteThatAsksToBeLeftAlone() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            article("a" + i, "/a" + i, clock.instant());
            server.reply("/a" + i, exchange -> PageServer.answer(exchange, 429, ""));
        }

        assertThat(texts.read(List.of(FEED))).isZero();

        assertThat(server.requests().stream().filter(path -> path.startsWith("/a")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keepsToRobotsTxt() throws InterruptedException {
        article("a", "/paid/a", clock.instant());
        article("b", "/free/b", clock.instant());
        server.page("/paid/a", PAGE);
        server.page("/free/b", PAGE);
        server.reply("/robots.txt", exchange -> PageServer.answer(exchange, 200, "User-agent: *\nDisallow: /paid/\n"));

        assertThat(texts.read(List.of(FEED))).isOne();

        assertThat(server.requests()).containsExactlyInAnyOrder("/robots.txt", "/free/b");
        assertThat(stored("a").summary()).isEqualTo(SUMMARY);
    }

    @Test
    void asksAHostForTwoPagesAtOnceAtMost() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        for (int i = 0; i < 8; i++) {
            article("a" + i, "/a" + i, clock.instant());
            server.reply("/a" + i, exchange -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                two.countDown();
                PageServer.await(two);
                PageServer.answer(exchange, 200, PAGE, () -> now.decrementAndGet());
            });
        }

        assertThat(texts.read(List.of(FEED))).isEqualTo(8);

        assertThat(most).hasValue(2);
    }

    @Test
    void keepsNoEditionWaitingForASlowPage() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        article("slow", "/slow", clock.instant());
        article("fast", "/fast", clock.instant());
        server.page("/fast", PAGE);
        server.reply("/slow", exchange -> PageServer.await(never));

        assertThat(texts(Duration.ofMillis(1500)).read(List.of(FEED))).isOne();

        // The slow page is not answered before this line, so nobody has waited for it.
        assertThat(stored("slow").checked()).isZero();
        never.countDown();
    }

    @Test
    void readsNothingForOtherFeedsAndOldArticles() throws InterruptedException {
        article("old", "/old", clock.instant().minus(Duration.ofDays(4)));
        article("new", "/new", clock.instant());

        assertThat(texts.read(List.of())).isZero();
        assertThat(texts.read(List.of(URI.create("https://andere.example/feed.xml"))))
                .isZero();
        assertThat(server.requests()).isEmpty();
        texts.read(List.of(FEED));
        assertThat(server.requests()).contains("/new").doesNotContain("/old");
    }

    @Test
    void readsPagesInOldCharsets() throws InterruptedException {
        article("a", "/a", clock.instant());
        byte[] bytes = PAGE.getBytes(Charset.forName("windows-1252"));
        server.reply("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=windows-1252");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });

        texts.read(List.of(FEED));

        assertThat(stored("a").text()).isEqualTo(TEXT);
    }

    private void article(String id, String path, Instant seen) {
        database.change(handle -> {
            handle.createUpdate("""
                            insert into article (id, identity, url, title, summary, language, categories, published, dated, first_seen)
                            values (:id, :id, :url, 'T', :summary, 'de', '', :seen, 1, :seen)
                            """)
                    .bind("id", id)
                    .bind("url", server.url(path))
                    .bind("summary", SUMMARY)
                    .bind("seen", seen.toEpochMilli())
                    .execute();
            handle.execute("insert into feed_article (feed_url, article_id) values (?, ?)", FEED.toString(), id);
        });
    }

    /** What the database holds of an article. */
    private record Stored(String text, int words, String summary, String image, long checked) {}

    private Stored stored(String id) {
        return database.read(handle -> handle.createQuery(
                        "select full_text, words, summary, image, page_checked from article where id = :id")
                .bind("id", id)
                .map((row, context) -> new Stored(
                        row.getString("full_text"),
                        row.getInt("words"),
                        row.getString("summary"),
                        row.getString("image"),
                        row.getLong("page_checked")))
                .one());
    }
}

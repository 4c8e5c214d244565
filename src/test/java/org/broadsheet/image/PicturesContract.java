package org.broadsheet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.store.Database;
import org.broadsheet.testing.PictureServer;
import org.broadsheet.testing.TestClock;
import org.broadsheet.testing.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching and remembering pictures, whatever the database. */
abstract class PicturesContract {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private PictureServer server;
    private Http http;
    private Database database;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        // On PostgreSQL, one object runs all tests.
        database = empty();
        server = new PictureServer();
        http = http(Set.of("localhost"), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        done(database);
        http.close();
        server.close();
    }

    private static Http http(Set<String> allowed, Duration timeout) {
        return new Http(new HttpLimits("broadsheet-test", timeout, 1_000_000, allowed));
    }

    private Set<Wanted> get(Wanted... wanted) throws InterruptedException {
        PictureFetcher fetcher = new PictureFetcher(http, new Robots(http, "broadsheet-test", clock));
        return new Pictures(fetcher, new PictureStore(database), Duration.ofSeconds(20), clock)
                .get(List.of(wanted))
                .keySet();
    }

    private Wanted picture(String path) {
        return new Wanted(URI.create(server.url(path)), Shape.THUMBNAIL);
    }

    private Wanted icon() {
        return new Wanted(URI.create(server.url("")), Shape.ICON);
    }

    private int rows() {
        return database.read(handle -> handle.createQuery("select count(*) from picture")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void fetchesAPictureOnceWhileItIsFresh() throws Exception {
        server.has("/ship.jpg", "image/jpeg", TestPictures.jpeg(400, 400, Color.BLUE));

        assertThat(get(picture("/ship.jpg"), picture("/ship.jpg"))).containsExactly(picture("/ship.jpg"));
        assertThat(get(picture("/ship.jpg"))).containsExactly(picture("/ship.jpg"));
        assertThat(server.requests()).containsExactly("/ship.jpg");

        clock.advance(Duration.ofDays(8));
        assertThat(get(picture("/ship.jpg"))).containsExactly(picture("/ship.jpg"));
        assertThat(server.requests()).containsExactly("/ship.jpg", "/ship.jpg");
        assertThat(rows()).isOne();
    }

    @Test
    void keepsTheSamePicture() throws Exception {
        server.has("/ship.jpg", "image/jpeg", TestPictures.jpeg(400, 400, Color.BLUE));
        PictureFetcher fetcher = new PictureFetcher(http, new Robots(http, "broadsheet-test", clock));
        Pictures pictures = new Pictures(fetcher, new PictureStore(database), Duration.ofSeconds(20), clock);

        assertThat(pictures.get(List.of(picture("/ship.jpg")))).isEqualTo(pictures.get(List.of(picture("/ship.jpg"))));
    }

    @Test
    void asksNotAgainForWhatIsMissingUntilTheNextDay() throws Exception {
        server.hasPage("/page.jpg", "<html>Sorry");

        assertThat(get(picture("/missing.jpg"), picture("/page.jpg"))).isEmpty();
        assertThat(get(picture("/missing.jpg"), picture("/page.jpg"))).isEmpty();
        assertThat(server.requests()).containsExactly("/missing.jpg", "/page.jpg");

        clock.advance(Duration.ofHours(25));
        server.has("/missing.jpg", "image/jpeg", TestPictures.jpeg(400, 400, Color.BLUE));
        assertThat(get(picture("/missing.jpg"))).hasSize(1);
    }

    @Test
    void slowServerCostsItsPictureOnly() throws Exception {
        http.close();
        http = http(Set.of("localhost"), Duration.ofSeconds(1));
        server.isSilent("/slow.jpg").has("/ship.jpg", "image/jpeg", TestPictures.jpeg(400, 400, Color.BLUE));

        assertThat(get(picture("/slow.jpg"), picture("/ship.jpg"))).containsExactly(picture("/ship.jpg"));
    }

    @Test
    void refusesPrivateAddresses() throws Exception {
        http.close();
        http = http(Set.of(), Duration.ofSeconds(5));
        server.has("/ship.jpg", "image/jpeg", TestPictures.jpeg(400, 400, Color.BLUE));

        assertThat(get(picture("/ship.jpg"))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesWhatIsLargerThanTheLimit() throws Exception {
        server.has("/large.jpg", "image/jpeg", new byte[1_000_001]);

        assertThat(get(picture("/large.jpg"))).isEmpty();
    }

    @Test
    void findsTheIconAtItsUsualPlace() throws Exception {
        server.has("/favicon.ico", "image/x-icon", TestPictures.ico(16, 32));

        assertThat(get(icon())).hasSize(1);
        assertThat(get(icon())).hasSize(1);
        assertThat(server.requests()).containsExactly("/favicon.ico");
    }

    @Test
    void findsTheIconWhereTheStartPageSays() throws Exception {
        server.hasPage("/", """
                <link rel="stylesheet" href="/a.css"><link rel="icon" type="image/svg+xml" href="/a.svg">
                <link rel="apple-touch-icon" href="/apple.png"><link rel="Shortcut Icon" sizes="32x32" href="i/32.png">
                """).has("/i/32.png", "image/png", TestPictures.png(32, 32, Color.RED));

        assertThat(get(icon())).hasSize(1);
        assertThat(server.requests()).containsExactly("/", "/favicon.ico", "/i/32.png", "/robots.txt");
    }

    @Test
    void startPageThatNamesNonsenseHasNoIcon() throws Exception {
        server.hasPage("/", """
                <link rel="icon" href="/%zz.png"><link rel="icon" href="data:image/png;base64,AAAA">
                <link rel="icon" href="http://[bad/x"><link rel="icon" href="">
                """);

        assertThat(get(icon())).isEmpty();
    }

    @Test
    void remembersThatASiteHasNoIcon() throws Exception {
        assertThat(get(icon())).isEmpty();
        List<String> asked = server.requests();
        clock.advance(Duration.ofDays(6));

        assertThat(get(icon())).isEmpty();
        assertThat(server.requests()).isEqualTo(asked);
    }

    @Test
    void looksAtNoStartPageThatRobotsMayNotRead() throws Exception {
        server.has("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8));

        assertThat(get(icon())).isEmpty();
        assertThat(server.requests()).containsExactly("/favicon.ico", "/robots.txt");
    }

    @Test
    void forgetsTheOldestAboveTheLimit() {
        PictureStore store = new PictureStore(database);
        for (int day = 0; day < 5; day++) {
            String prefix = "https://a.example/" + day + "-";
            store.keep(
                    IntStream.range(0, 1000)
                            .boxed()
                            .collect(Collectors.toMap(
                                    number -> new Wanted(URI.create(prefix + number), Shape.ICON),
                                    number -> new PictureOutcome.Unusable("none"))),
                    clock.instant());
            clock.advance(Duration.ofHours(1));
        }

        assertThat(rows()).isEqualTo(4000);
        Wanted oldest = new Wanted(URI.create("https://a.example/0-0"), Shape.ICON);
        Wanted newest = new Wanted(URI.create("https://a.example/4-0"), Shape.ICON);
        assertThat(store.find(List.of(oldest, newest), clock.instant())).containsOnlyKeys(newest);
    }
}

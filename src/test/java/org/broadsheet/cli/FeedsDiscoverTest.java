package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.feed.FeedSamples;
import org.broadsheet.feed.discovery.PlayedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsDiscoverTest {
    private final PlayedSite site = new PlayedSite();

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void listsTheFeedsOfAPageWithoutAConfiguration() {
        site.page("/", """
                <head><link rel="alternate" type="application/rss+xml" href="/comments/feed">
                <link rel="alternate" type="application/rss+xml" href="/news"></head>
                """).feed("/news", "News").feed("/comments/feed", "Comments");

        Result result = withoutConfiguration("feeds", "discover", site.host());

        assertThat(result.out().lines())
                .containsExactly(
                        site.url("/news").toString(),
                        "  News, RSS 2.0, 1 entry, newest 2026-11-23",
                        site.url("/comments/feed").toString(),
                        "  Comments, RSS 2.0, 1 entry, newest 2026-11-23, comments, not articles");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void whereThereIsNoneItSaysWhatItTried() {
        site.page("/", "<body>Nothing here</body>");

        Result result = withoutConfiguration("feeds", "discover", site.url("/").toString());

        assertThat(result.out()).isEmpty();
        assertThat(result.errors().get(0))
                .isEqualTo(site.url("/")
                        + ": no feed found: its page names no feed, and there is none at the usual places");
        assertThat(result.errors())
                .contains("  tried " + site.url("/feed") + ": there is nothing at this address (404)");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void whatIsTypedIsAllowedAndWhereItLeadsIsNot() {
        try (PlayedSite inside = new PlayedSite()) {
            inside.feed("/secret.xml", "Secret");
            site.page(
                    "/",
                    "<head><link rel=alternate type=application/rss+xml href='" + inside.url("/secret.xml")
                            + "'></head>");
            site.answer(
                    "/moved",
                    new MockResponse.Builder()
                            .code(302)
                            .setHeader("Location", inside.url("/secret.xml").toString())
                            .build());

            Result discovered =
                    withoutConfiguration("feeds", "discover", site.url("/").toString());
            Result tested =
                    withoutConfiguration("feeds", "test", site.url("/moved").toString());

            assertThat(discovered.errors().get(2)).contains("/secret.xml: ").contains("private address");
            assertThat(tested.err()).contains("private address");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void letsNoFeedCommandTheTerminal() {
        site.feed("/feed", "A \u009b31m \u202e B");

        assertThat(withoutConfiguration("feeds", "discover", site.url("/feed").toString())
                        .all())
                .doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void aPageInAFileIsNoFeedAndTheFeedsItNamesAreListed() throws Exception {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<!doctype html><html><head><link rel=alternate type=application/rss+xml title=News"
                        + " href=https://example.org/feed></head></html>");

        Result result = withoutConfiguration("feeds", "test", page.toString());

        assertThat(result.errors()).singleElement().asString().startsWith(page + ": it is a web page");
        assertThat(result.out()).isEqualTo("  it names  https://example.org/feed  News\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void oneArgumentThatIsNoneDoesNotKeepTheOthersFromBeingTried() throws Exception {
        Path feed = Files.write(folder.resolve("a.xml"), FeedSamples.rss());
        Path tab = Files.writeString(folder.resolve("a\tb\u001b.xml"), "<", StandardCharsets.UTF_8);

        Result result =
                withoutConfiguration("feeds", "test", "--brief", "http://", "a\0b", tab.toString(), feed.toString());

        assertThat(result.out().lines())
                .containsExactly(
                        "http://\tnone\t0\t0\t-",
                        "a\ufffdb\tnone\t0\t0\t-",
                        folder.resolve("a\ufffdb\ufffd.xml") + "\tnone\t0\t0\t-",
                        feed + "\tRSS 2.0\t0\t0\t-");
        assertThat(result.errors()).hasSize(3);
        assertThat(result.status()).isEqualTo(1);
    }

    private Result withoutConfiguration(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--config";
        all[args.length + 1] = folder.resolve("nowhere").toString();
        return broadsheet.runBare(all);
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsCommandTest {
    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() throws IOException {
        server.start();
        broadsheet = new CommandLineHarness(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void briefIsOneLineAFeedInTheOrderOfTheArguments() throws IOException {
        Path good = write("good.xml", new String(rss(item("Eins", "/1", "", ""), "<item/>"), StandardCharsets.UTF_8));
        Path broken = write("broken.xml", "Oops\n<rss><channel><item><title>A & B</title></channel></rss>");
        Path none = write("none.xml", "<html><body>404");

        Result result = broadsheet.runBare(
                "feeds", "test", "--brief", good.toString(), none.toString(), broken.toString(), "missing.xml");

        assertThat(result.out().lines())
                .containsExactly(
                        good + "\tRSS 2.0\t2\t1\t-",
                        none + "\tnone\t0\t0\t-",
                        broken + "\tRSS 2.0\t1\t1\tjunk,ampersands,balance,root",
                        "missing.xml\tnone\t0\t0\t-");
        assertThat(result.errors())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(none + ": ").contains("web page"),
                        line -> assertThat(line).isEqualTo("missing.xml: there is no such file"));
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void triesEveryFileOfAFolder() throws IOException {
        write("a.xml", new String(rss(item("Eins", "/1", "", "")), StandardCharsets.UTF_8));
        write(
                "b.json",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"x\"}]}");

        Result result = broadsheet.runBare(
                "feeds", "test", "--brief", folder.resolve("feeds").toString());

        assertThat(result.out().lines()).hasSize(2).last().asString().endsWith("b.json\tJSON Feed 1.1\t1\t1\t-");
        assertThat(result.status()).isZero();
    }

    @Test
    void showsEveryFieldOfAFeedOfTheWebWithoutAConfiguration() {
        server.enqueue(new MockResponse.Builder()
                .body(new String(
                        rss(item(
                                "Grüße &amp; Küsse",
                                "/1",
                                "Mon, 23 Nov 2026 06:15:00 +0100",
                                "<description>Ein Satz.</description><category>Stadt</category><guid>g1</guid>")),
                        StandardCharsets.UTF_8))
                .build());

        Result result = broadsheet.runBare(
                "feeds",
                "test",
                url("/feed"),
                "--config",
                folder.resolve("nowhere").toString());

        assertThat(result.out())
                .contains("format      RSS 2.0")
                .contains("title       Grüße & Küsse")
                .contains("link        https://kuestenblatt.example/1")
                .contains("guid        g1")
                .contains("published   2026-11-23T05:15:00Z")
                .contains("categories  Stadt")
                .contains("summary     Ein Satz.");
        assertThat(result.status()).isZero();
    }

    @Test
    void letsNoFeedCommandTheTerminal() throws IOException {
        Path evil = write(
                "evil.xml",
                new String(rss(item("A \u009b31m &#27;[2J \u202e B", "/1", "", "")), StandardCharsets.UTF_8));

        assertThat(broadsheet.runBare("feeds", "test", evil.toString()).out())
                .doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void listsHowEachFeedStands() {
        server.enqueue(new MockResponse.Builder().code(410).build());
        server.enqueue(new MockResponse.Builder()
                .body("<rss><channel><item><title>A & B</title><link>https://a.example/1</link></item></channel></rss>")
                .build());
        broadsheet.newsletter("morning", List.of(), url("/gone"));
        broadsheet.preview();
        broadsheet.newsletter("morning", List.of(), url("/gone"), url("/ok"), "never.xml");
        broadsheet.preview();

        assertThat(broadsheet.run("feeds").out())
                .contains(url("/gone"))
                .contains("gone for good (410)")
                .contains("RSS 2.0, 1 entry, read just now (")
                .contains("repaired: it has bare ampersands (ampersands)")
                .contains("never.xml");
        assertThat(broadsheet.run("status").out())
                .contains("feeds that need you")
                .contains(url("/gone"));
    }

    @Test
    void resumesAFeedThatWasStopped() {
        server.enqueue(new MockResponse.Builder().code(410).build());
        server.enqueue(new MockResponse.Builder()
                .body(new String(rss(item("Eins", "/1", "", "")), StandardCharsets.UTF_8))
                .build());
        broadsheet.newsletter("morning", List.of(), url("/gone"));
        broadsheet.preview();

        assertThat(broadsheet.run("feeds", "resume", url("/gone")).status()).isZero();

        assertThat(broadsheet.preview().out()).contains("1 read, 0 failed");
        assertThat(broadsheet.run("feeds", "resume", "https://nobody.example/").status())
                .isEqualTo(1);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private Path write(String name, String text) throws IOException {
        Path feeds = Files.createDirectories(folder.resolve("feeds"));
        return Files.writeString(feeds.resolve(name), text);
    }
}

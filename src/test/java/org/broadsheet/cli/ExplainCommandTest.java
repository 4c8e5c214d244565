package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.feed.discovery.PlayedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String TRAM = "https://kuestenblatt.example/tram";

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
    void followsAnArticleFromItsFeedToItsRankHoweverItsLinkIsDecorated() {
        broadsheet.feed("a.xml", broadsheet.article("Neue Straßenbahn fährt zum Hafen", "/tram", Duration.ofHours(3)));
        broadsheet.newsletter(
                "morning", "topics: [{id: stadt, title: Stadt, keywords: [Straßenbahn]}]", List.of(), "a.xml");
        broadsheet.preview();

        Result result = broadsheet.run("explain", "http://www.kuestenblatt.example/tram/?utm_source=rss#top");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "TIME")))
                .containsSubsequence(
                        "Neue Straßenbahn fährt zum Hafen",
                        "  link        " + TRAM,
                        "  published   TIME UTC, as its feed says",
                        "  first seen  TIME UTC",
                        "  known by    kuestenblatt.example/tram",
                        "  feed        Küstenblatt  " + broadsheet.config.resolve("newsletters/a.xml"),
                        "              RSS 2.0, 1 entry, read just now (TIME UTC)",
                        "morning",
                        "  window      everything, as there is no edition yet; the article is in it",
                        "  topic       stadt (Stadt): keyword \"Straßenbahn\" (keywords, 100 % sure)",
                        "  story       it alone tells it",
                        "  rank        story 1 of 1 in its topic: in the next edition",
                        "  score       0.89 = sources 1.00 (1) x age 0.89 (3.0 h) x feed 1.00 x topic 1.00 x variety 1.00");
    }

    @Test
    void tellsWhenAnEditionCarriedIt() throws Exception {
        try (Mailbox mailbox = Mailbox.open()) {
            broadsheet.installation(mailbox.port());
            broadsheet.feed("a.xml", broadsheet.article("Tram", "/tram", Duration.ofHours(3)));
            broadsheet.newsletter("morning", List.of("anna@example.com"), "a.xml");
            assertThat(broadsheet.run("send").status()).isZero();
        }

        assertThat(broadsheet.run("explain", TRAM).out())
                .contains("  window      since the last edition, made ")
                .containsPattern("  edition     not in the next one: the edition of [-0-9: ]+ UTC carried it already");
    }

    @Test
    void tellsWhenItIsTooOldOrOfTheFuture() {
        broadsheet.feed("a.xml", broadsheet.article("Tram", "/tram", Duration.ofHours(30)));
        broadsheet.newsletter("morning", "window: 24h", List.of(), "a.xml");
        broadsheet.preview();

        assertThat(broadsheet.run("explain", TRAM).out())
                .contains("  window      since ")
                .contains("not in the next one: it is too old; it was published ");
        assertThat(broadsheet
                        .run("explain", TRAM, "--at", broadsheet.ago(Duration.ofHours(29)))
                        .out())
                .contains("in the next edition");
        assertThat(broadsheet
                        .run("explain", TRAM, "--at", broadsheet.ago(Duration.ofHours(31)))
                        .out())
                .contains("not in the next one: it is published only after ");
    }

    @Test
    void tellsWhatCutItAndWhichStoryItIsPartOf() {
        broadsheet.feed(
                "a.xml",
                broadsheet.article("Tram fährt zum Hafen", "/tram", Duration.ofHours(3)),
                broadsheet.article("Neues von den Korallen", "/2", Duration.ofHours(1)));
        broadsheet.feed("b.xml", broadsheet.article("Tram fährt zum Hafen", "/other", Duration.ofHours(3)));
        broadsheet.newsletter("morning", "stories-per-topic: 1", List.of(), "a.xml", "b.xml");
        broadsheet.preview();

        assertThat(broadsheet.run("explain", TRAM).out()
                        + broadsheet
                                .run("explain", "kuestenblatt.example/other")
                                .out())
                .contains("  topic       more (what fits no topic): no keyword found")
                .contains("  story       it leads a story of 2 articles; also told by")
                .contains("              - \"Tram fährt zum Hafen\" (Küstenblatt)")
                .contains("  story       told under \"Tram fährt zum Hafen\" (Küstenblatt)")
                .contains("story 2 of 2 in its topic: cut, as a topic holds 1 (stories-per-topic)");
    }

    @Test
    void tellsOfAFeedHowItWasFetchedAndWhatWasRepaired() {
        site.answer(
                "/feed",
                new MockResponse.Builder()
                        .body("<rss><channel><title>A & B</title><item><title>Eins</title>"
                                + "<link>https://a.example/1</link></item></channel></rss>")
                        .build());
        broadsheet.newsletter("morning", List.of(), site.url("/feed").toString());
        broadsheet.preview();

        assertThat(broadsheet.run("explain", site.url("/feed").toString()).out())
                .startsWith("A & B  " + site.url("/feed"))
                .contains("RSS 2.0, 1 entry, read just now")
                .contains("repaired: it has bare ampersands (ampersands)")
                .contains("morning\n  window      everything, as there is no edition yet\n")
                .contains("  articles    1 in the window and not told yet\n")
                .contains("  edition     1 in the next one, 0 cut");
        assertThat(broadsheet.run("explain", "https://a.example/1").out())
                .contains("when it was first seen; its feed has no possible date")
                .contains("repaired: it has bare ampersands (ampersands)");
    }

    @Test
    void whatIsNotKnownIsToldWithWhatToDo() {
        broadsheet.feed("a.xml", broadsheet.article("Tram", "/tram", Duration.ofHours(3)));
        broadsheet.newsletter("morning", List.of(), "a.xml");

        Result result = broadsheet.run("explain", TRAM + "\u001b[2J");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("broadsheet preview")
                .doesNotContain("\u001b");
    }

    @Test
    void aFileOfThisMachineIsAFeedLikeAnyOther() {
        broadsheet.feed("a.xml", broadsheet.article("Tram", "/tram", Duration.ofHours(3)));
        broadsheet.newsletter("morning", List.of(), "a.xml");

        assertThat(broadsheet
                        .run(
                                "explain",
                                broadsheet.config.resolve("newsletters/a.xml").toString())
                        .out())
                .contains("a.xml")
                .contains("never read");
    }

    @Test
    void anArticleThatNoNewsletterHasAFeedForIsKnownAllTheSame() {
        broadsheet.feed("a.xml", broadsheet.article("Tram", "/tram", Duration.ofHours(3)));
        broadsheet.feed("b.xml", broadsheet.article("Bus", "/bus", Duration.ofHours(3)));
        broadsheet.newsletter("morning", List.of(), "a.xml");
        broadsheet.preview();
        broadsheet.newsletter("morning", List.of(), "b.xml");

        assertThat(broadsheet.run("explain", TRAM).out()).endsWith("no newsletter has a feed that carries it\n");
    }
}

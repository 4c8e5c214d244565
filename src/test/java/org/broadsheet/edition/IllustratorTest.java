package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.story;

import java.awt.Color;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.broadsheet.config.Images;
import org.broadsheet.image.PictureFetcher;
import org.broadsheet.image.PictureStore;
import org.broadsheet.image.Pictures;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.broadsheet.net.Robots;
import org.broadsheet.store.Database;
import org.broadsheet.story.Story;
import org.broadsheet.testing.PictureServer;
import org.broadsheet.testing.TestClock;
import org.broadsheet.testing.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pictures a mail carries. */
class IllustratorTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final PictureServer server = new PictureServer();
    private final EditionRenderer renderer = RenderFixture.renderer();
    private final Http http =
            new Http(new HttpLimits("broadsheet-test", Duration.ofSeconds(5), 2_000_000, Set.of("localhost")));
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("pictures.db"), "", "");
    }

    @AfterEach
    void close() {
        database.close();
        http.close();
        server.close();
    }

    private RenderedEdition rendered(Edition edition, Images images) throws InterruptedException {
        PictureFetcher fetcher = new PictureFetcher(http, new Robots(http, "broadsheet-test", clock));
        Pictures pictures = new Pictures(fetcher, new PictureStore(database), Duration.ofSeconds(60), clock);
        return renderer.render(edition, new Illustrator(pictures, "example.org").illustrate(edition, images));
    }

    private static List<String> references(RenderedEdition mail) {
        return Pattern.compile("cid:([^\"]+)")
                .matcher(mail.html())
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private Story pictured(int number) {
        return story("Meldung " + number)
                .image(server.url("/" + number + ".png"))
                .build("urn:none");
    }

    @Test
    void whatTheMailShowsIsWhatItCarries() throws Exception {
        server.has("/1.png", "image/png", TestPictures.png(800, 500, Color.RED))
                .has("/2.png", "image/png", TestPictures.png(800, 500, Color.BLUE));

        RenderedEdition mail =
                rendered(RenderFixture.edition("de", pictured(1), pictured(2), pictured(3)), Images.EMBED);

        assertThat(mail.pictures().stream().map(InlinePicture::address)).isEqualTo(references(mail));
        assertThat(mail.pictures()).hasSize(2);
        assertThat(mail.html()).doesNotContain(server.url("/"));
    }

    @Test
    void storiesOfOneSiteShareItsIcon() throws Exception {
        server.has("/favicon.ico", "image/x-icon", TestPictures.ico(16, 32));
        Edition edition = RenderFixture.edition(
                "de",
                story("A").build(server.url("/a")),
                story("B").summary("x").build(server.url("/b")));

        RenderedEdition mail = rendered(edition, Images.EMBED);
        rendered(edition, Images.EMBED);

        assertThat(mail.pictures()).hasSize(1);
        assertThat(mail.html().split("cid:p001", -1)).hasSize(3);
        assertThat(server.requests()).containsExactly("/favicon.ico");
    }

    @Test
    void picturesBeyondTheLimitAreLeftOut() throws Exception {
        List<Section> sections = IntStream.range(0, 15)
                .mapToObj(topic ->
                        RenderFixture.section("t" + topic, pictured(topic), pictured(topic + 15), pictured(topic + 30)))
                .toList();
        IntStream.range(0, 45)
                .forEach(
                        number -> server.has("/" + number + ".png", "image/png", TestPictures.noise(400, 400, number)));

        RenderedEdition mail = rendered(RenderFixture.edition("de", sections), Images.EMBED);

        int base64 = mail.pictures().stream()
                .mapToInt(picture -> picture.dataAddress().length())
                .sum();
        assertThat(base64).isBetween(1_000_000, Illustrator.LARGEST);
        assertThat(references(mail)).hasSize(mail.pictures().size()).hasSizeLessThan(45);
    }

    @Test
    void picturesOfStoriesInALineAreNotFetched() throws Exception {
        Story[] stories = IntStream.range(0, 9).mapToObj(this::pictured).toArray(Story[]::new);
        IntStream.range(0, 9)
                .forEach(number ->
                        server.has("/" + number + ".png", "image/png", TestPictures.png(800, 500, Color.RED)));

        RenderedEdition mail = rendered(RenderFixture.edition("de", stories), Images.EMBED);

        assertThat(mail.pictures()).hasSize(4);
        assertThat(server.requests()).containsExactlyInAnyOrder("/0.png", "/1.png", "/2.png", "/3.png");
    }

    @Test
    void noneShowsNoPictureAndFetchesNone() throws Exception {
        RenderedEdition mail = rendered(RenderFixture.edition("de", pictured(1), pictured(2)), Images.NONE);

        assertThat(mail.html()).doesNotContain("<img");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void linkRefersToTheSourcesAndFetchesNothing() throws Exception {
        RenderedEdition mail = rendered(RenderFixture.edition("de", pictured(1), pictured(2)), Images.LINK);

        assertThat(mail.html()).contains("src=\"" + server.url("/1.png")).contains("src=\"" + server.url("/2.png"));
        assertThat(mail.pictures()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void pageOnTheWebRefersToTheSources() {
        Edition edition = RenderFixture.edition("de", pictured(1));
        Illustrations embedded = new Illustrations.Embedded(Map.of());

        assertThat(renderer.page(edition, embedded))
                .contains(server.url("/1.png"))
                .doesNotContain("cid:");
        assertThat(renderer.page(edition, new Illustrations.None())).doesNotContain("<img");
    }

    @Test
    void iconIsOfTheArticlesSite() {
        assertThat(Illustrations.Embedded.wantedIcon(
                        story("A").build("https://me:secret@a.example/x?y").lead()))
                .hasValueSatisfying(icon -> assertThat(icon.source()).isEqualTo(URI.create("https://a.example")));
    }
}

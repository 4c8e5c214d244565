package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletters;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code preview --serve}, over real HTTP, while files are edited. */
class PreviewStudioTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
    private static final Path TEMPLATES = Path.of("templates").toAbsolutePath();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private PreviewStudio studio;
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        write("broadsheet.yml", """
                publisher: {name: Verlag, address: "Weg 1, 10115 Berlin", from: news@example.org}
                database: {url: "jdbc:sqlite:test.db"}
                """);
        write("newsletters/morning.yml", "title: Der Morgen\nlanguage: de\nfeeds: [a.xml]\n");
        feed("a.xml", "Deich hält");
        feed("b.xml", "Ebbe kommt");
        ConfigLoader loader = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX);
        Configuration configuration = ((Loading.Loaded) loader.load(folder)).configuration();
        Layout layout = new Layout(folder, TEMPLATES);
        try (App app = new App(layout, configuration, CLOCK)) {
            app.pipeline().collect(configuration.newsletters(), Asker.BY_HAND, CollectProgress.SILENT);
        }
        studio = new PreviewStudio(
                loader,
                layout,
                configuration,
                List.of(),
                CLOCK,
                (explainer, link) -> explainer
                        .article(URI.create(link))
                        .map(known -> List.of(known.article().title()))
                        .orElse(List.of()));
        server = studio.serve(0);
    }

    @AfterEach
    void close() {
        server.close();
        studio.close();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void feed(String name, String title) throws IOException {
        write("newsletters/" + name, """
                <rss version="2.0"><channel><title>Blatt</title><link>https://blatt.example/</link>
                <item><title>%s</title><link>https://blatt.example/%s?x=1&amp;y=2</link><description>Ein Satz.</description></item>
                </channel></rss>
                """.formatted(title, name));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private String page() throws IOException, InterruptedException {
        return get("/proof/morning").body();
    }

    @Test
    void showsTheMailItsTextItsSourceItsSizesAndWhatTheLintSays() throws Exception {
        assertThat(get("/").headers().firstValue("Location")).contains("/proof/morning");
        assertThat(page())
                .contains("<h1>Deich hält</h1>", "DER MORGEN", "List-Unsubscribe", "HTML: ", "Nothing to mend");
        assertThat(get("/proof/morning/light").body()).contains("Deich hält").contains("@media (max-width:0){");
        assertThat(get("/proof/morning/dark").body()).contains("@media (min-width:0){");
        assertThat(get("/proof/none").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNothingOfTheMailRunInItsFrame() throws Exception {
        assertThat(get("/proof/morning/light").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).startsWith("sandbox").doesNotContain("script"));
    }

    @Test
    void explainsEachStory() throws Exception {
        assertThat(page()).contains("/explain?link=https://blatt.example/a.xml?x%3D1%26y%3D2");
        assertThat(get("/explain?link=https://blatt.example/a.xml?x%3D1%26y%3D2")
                        .body())
                .isEqualTo("Deich hält\n");
        assertThat(get("/explain?link=https://blatt.example/none").statusCode()).isEqualTo(404);
    }

    @Test
    void followsAnEditedTemplate() throws Exception {
        assertThat(get("/version").body()).isEqualTo("0");

        write("templates/fragments/footer.html", "<tr th:fragment=\"footer\"><td>Eigener Fuß</td></tr>");

        assertThat(get("/version").body()).isEqualTo("1");
        assertThat(get("/proof/morning/light").body()).contains("Eigener Fuß");
    }

    @Test
    void followsTheYamlAndReadsTheFeedsItAdds() throws Exception {
        write("newsletters/morning.yml", "title: Abend\nlanguage: de\nfeeds: [a.xml, b.xml]\n");

        assertThat(get("/version").body()).isEqualTo("1");
        assertThat(get("/proof/morning/plain").body()).contains("ABEND", "Ebbe kommt");
    }

    @Test
    void keepsWhatWasRightAndTellsWhatIsWrong() throws Exception {
        write(
                "templates/fragments/footer.html",
                "<tr th:fragment=\"footer\"><td th:text=\"${digest.titel}\"></td></tr>");
        assertThat(get("/version").body()).isEqualTo("1");
        assertThat(page()).contains("footer.html:1:", "there is no &quot;titel&quot;", "<h1>Deich hält</h1>");

        Files.delete(folder.resolve("templates/fragments/footer.html"));
        write("newsletters/morning.yml", "title: Der Morgen\nlanguage: de\n");
        assertThat(get("/version").body()).isEqualTo("2");
        assertThat(page()).contains("morning.yml:", "<h1>Deich hält</h1>");

        write("newsletters/morning.yml", "title: Der Morgen\nlanguage: de\nfeeds: [a.xml]\n");
        assertThat(get("/version").body()).isEqualTo("3");
        assertThat(page()).doesNotContain("role=\"alert\"");
    }
}

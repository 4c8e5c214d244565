package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final URI URL = URI.create("https://kuestenblatt.example/hafen/kaimauer");
    private static final int RUNS = 300;

    private static final List<String> TEXT = List.of(
            "Die Kaimauer im Westhafen wird deutlich teurer als geplant, sagt die Behörde.",
            "Demnach steigen die Kosten von 40 auf 62 Millionen Euro. Schuld ist der Stahl.",
            "Ein Baustopp kommt nicht infrage, weil die alte Mauer schon abgetragen ist.",
            "Nach dem neuen Zeitplan soll die Mauer im Herbst 2028 fertig sein.");

    private final PageReader reader = new PageReader();

    static Stream<Path> pages() throws IOException {
        return html(PAGES);
    }

    static Stream<Path> pagesWithoutArticle() throws IOException {
        return html(PAGES.resolve("none"));
    }

    private static Stream<Path> html(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesTheArticleInOrderAndNothingElse(Path page) throws IOException {
        PageText text = read(Files.readAllBytes(page)).orElseThrow();

        String shown = Stream.concat(Stream.of(text.title(), text.lead()), text.paragraphs().stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
        assertThat(shown).isEqualTo(Files.readString(Path.of(page.toString().replace(".html", ".txt"))));
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutArticle")
    void saysSoWhenThereIsNoArticle(Path page) throws IOException {
        assertThat(read(Files.readAllBytes(page))).isEmpty();
    }

    @Test
    void takesTheArticleOutOfWhateverStandsAroundIt() {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            RandomPage.Page page = new RandomPage(random).make();

            List<String> paragraphs =
                    read(page.html()).map(PageText::paragraphs).orElse(List.of());

            assertThat(paragraphs)
                    .as("seed " + seed + ", run " + run + ":\n" + page.html())
                    .isEqualTo(page.paragraphs());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "ISO-8859-15"})
    void readsThePageInItsCharset(String charset) {
        byte[] bytes = page(paragraphs()).getBytes(Charset.forName(charset));

        assertThat(reader.read(bytes, Optional.of("text/html; charset=" + charset), URL)
                        .orElseThrow()
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void findsTheCharsetWhereOnlyThePageTellsIt() {
        String late = "<!-- " + "x".repeat(2000) + " -->";
        String html = page(paragraphs()).replace("<title>", late + "<meta charset='iso-8859-2'><title>");

        assertThat(reader.read(html.getBytes(Charset.forName("ISO-8859-2")), Optional.of("text/html"), URL)
                        .orElseThrow()
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void believesSoundUtf8BeforeAServerThatSaysLatin1OfEverything() {
        assertThat(reader.read(utf8(page(paragraphs())), Optional.of("text/html; charset=ISO-8859-1"), URL)
                        .orElseThrow()
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void givesPlainTextWithoutWhatDoesNotShow() {
        String dirty =
                TEXT.get(0).replace("Kaimauer", "Kai&shy;mauer\u200b\u202e").replace(" im ", "<br>im&nbsp;<b></b>\n");
        String html = page("<p>" + dirty + "</p>" + paragraphs(TEXT.subList(1, 4)));

        assertThat(read(html).orElseThrow().paragraphs()).isEqualTo(TEXT);
    }

    @Test
    void takesThePictureByWhichThePageWantsToBeShown() {
        String html = page(paragraphs()).replace("<title>", "<meta property='og:image' content='/bild.jpg'><title>");

        assertThat(read(html).orElseThrow().image()).contains(URI.create("https://kuestenblatt.example/bild.jpg"));
    }

    @Test
    void readsThePageForMachinesWhereAScriptFillsTheOther() {
        String data = "{\"@type\":\"NewsArticle\",\"headline\":\"Kaimauer wird teurer\",\"articleBody\":\""
                + String.join("\\n\\n", TEXT) + "\"}";
        String html = "<html><head><script type='application/ld+json'>" + data
                + "</script></head><body><div id='root'></div></body></html>";

        PageText text = read(html).orElseThrow();

        assertThat(text.title()).isEqualTo("Kaimauer wird teurer");
        assertThat(text.paragraphs()).isEqualTo(TEXT);
    }

    @Test
    void hearsTheTextForMachinesAsAWitnessAgainstWhatIsNotInIt() {
        String told = "Am Sonntag zeigt das Museum einen Film über die große Flut, der Eintritt ist frei.";
        String data = "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\""
                + String.join(" ", TEXT) + "\"}</script>";
        String with = paragraphs(TEXT.subList(0, 2)) + "<p>" + told + "</p>" + paragraphs(TEXT.subList(2, 4));

        assertThat(read(page(with)).orElseThrow().paragraphs()).contains(told);
        assertThat(read(page(with).replace("<title>", data + "<title>"))
                        .orElseThrow()
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void isNotMisledByATextForMachinesThatIsCut() {
        String data = "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + TEXT.get(0)
                + " Demnach steigen ...\"}</script>";

        assertThat(read(page(paragraphs()).replace("<title>", data + "<title>"))
                        .orElseThrow()
                        .paragraphs())
                .isEqualTo(TEXT);
    }

    @Test
    void readsAnArticleWhoseNamesMislead() {
        String html = page("<div class='newsletter-teaser'>" + paragraphs() + "</div>");

        assertThat(read(html).orElseThrow().paragraphs()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<",
                "<html>",
                "\u0000\u0001",
                "<p>Nur ein Satz.</p>",
                "<script>alert(1)</script>",
                "<!DOCTYPE html><title></title><h1></h1><p></p>"
            })
    void findsNothingInNothing(String html) {
        assertThat(read(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<p>",
                "<p><b>",
                "<a href='x'>",
                "<article><h1>x</h1>",
                "<li class='comment'>x",
                "<td>",
                "<h2>Kommentare</h2>x",
                "<div class='teaser'><h3><a href='x'>Ein langer Titel</a></h3></div>",
                "<br>x",
                "<div class='ad'><p>Ein Satz, der lang genug ist, um einer zu sein, und noch etwas mehr.</p>"
            })
    void endsOnHostilePages(String piece) {
        String many = piece.repeat(1_500_000 / piece.length());
        byte[] page = utf8(page(paragraphs() + many));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> reader.read(page, Optional.of("text/html"), URL));
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html><head><title>Neue Kaimauer wird deutlich teurer</title></head><body><article>"
                + "<h1>Neue Kaimauer wird deutlich teurer</h1>" + body + "</article></body></html>";
    }

    private static String paragraphs() {
        return paragraphs(TEXT);
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
    }

    private Optional<PageText> read(String html) {
        return read(utf8(html));
    }

    private Optional<PageText> read(byte[] html) {
        return reader.read(html, Optional.empty(), URL);
    }

    private static byte[] utf8(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }
}

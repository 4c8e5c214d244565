package org.broadsheet.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleReader;
import org.broadsheet.article.FoundArticle;
import org.broadsheet.config.Strictness;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.Test;

/** The demo's newsrooms tell the same news in their own words; a reader of it expects to see them together. */
class DemoStoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Path FEEDS = Path.of("src/main/resources/demo/feeds");
    private static final Pattern PLACEHOLDER = Pattern.compile("@(rfc822|iso|image):([A-Za-z0-9._-]+)@");

    /** How the titles begin that tell one event. */
    private static final List<List<String>> EVENTS = List.of(
            List.of("Windparks in der", "Rekord auf See", "Windrekord auf", "Mehr Wind als", "6,1 Terawattstunden"),
            List.of("Containerpreise fallen", "Frachtraten brechen", "Hafen spürt Flaute"),
            List.of("Passkeys in Ämtern", "Anmelden ohne Passwort", "Rathaus schafft Passwörter", "Behörden stellen"),
            List.of("KI-Chip „Sparfuchs“", "Rechnen im Speicher", "Sparsame KI-Chips"),
            List.of("Adieu, kleiner Begleiter", "Der „zweite Mond“", "Wie Hobbyastronomen"),
            List.of("Zentralbibliothek Norderhafen", "Lesen bis Mitternacht"),
            List.of("Linie 9 fährt", "Straßenbahn ohne Draht", "Akku statt Oberleitung"),
            List.of("Pokalsensation", "3:2! SV Norderhafen"),
            List.of("Gezüchtete Korallen", "Korallen aus dem Labor"),
            List.of("80.000 Heizungen", "Sicherheitslücke in Heizungsreglern"),
            List.of("Schnellere Genehmigung", "Neue Stromtrassen", "Netzaufsicht beschleunigt"),
            List.of("Dörfer wollen mitverdienen", "Solarparks: Kommunen"),
            List.of("North Sea wind", "Wind beats", "Record wind", "What the North Sea", "Offshore wind’s"),
            List.of("Container rates", "Eleven idle ships", "Freight futures"),
            List.of("Public services move", "No more passwords", "Town hall drops"),
            List.of("Wend Estuary tidal", "Lagoon approved", "Tidal lagoon gets"),
            List.of("Organ tuner", "Lost symphony"),
            List.of("Savers get", "Co-operative banks"),
            List.of("Corals raised", "Lab-grown corals"),
            List.of("Cup upset", "Rovers stun"),
            List.of("A tram on batteries", "Tram line 4"),
            List.of("Inside Dormouse", "Frugal AI chip"),
            List.of("The “second moon”", "A bus-sized visitor", "The spreadsheet that"),
            List.of("Smart meter flaw", "How one number"));

    @Test
    void joinsMostOfWhatSeveralOutletsTellAndNothingElse() throws IOException {
        joinsMostOfWhatSeveralOutletsTellAndNothingElse(StartTables::of);
    }

    @Test
    void doesSoWithoutKnowingALanguage() throws IOException {
        joinsMostOfWhatSeveralOutletsTellAndNothingElse(language -> Background.empty());
    }

    private static void joinsMostOfWhatSeveralOutletsTellAndNothingElse(Backgrounds backgrounds) throws IOException {
        List<Cluster> stories = new SimilarStories(backgrounds, new Analyzers())
                .group(List.copyOf(articles()), new Grouping(Strictness.DEFAULT, Map.of()));

        assertThat(stories)
                .allSatisfy(story -> assertThat(story.articles().stream()
                                .map(DemoStoriesTest::event)
                                .distinct())
                        .as("%s", titles(story))
                        .hasSize(1));
        long joined = EVENTS.stream().filter(event -> most(event, stories) > 1).count();
        System.out.printf("demo: of %d events, %d are joined%n", EVENTS.size(), joined);
        EVENTS.forEach(event -> System.out.printf("  %d of %d: %s%n", most(event, stories), event.size(), event));
        assertThat(joined).isGreaterThanOrEqualTo(EVENTS.size() * 3 / 4);
    }

    /** How many tellings of an event stand in one story. */
    private static long most(List<String> event, List<Cluster> stories) {
        return stories.stream()
                .mapToLong(story -> event.stream()
                        .filter(start -> titles(story).stream().anyMatch(title -> title.startsWith(start)))
                        .count())
                .max()
                .orElse(0);
    }

    private static String event(Article article) {
        return EVENTS.stream()
                .filter(event -> event.stream().anyMatch(article.title()::startsWith))
                .findFirst()
                .map(event -> event.get(0))
                .orElse(article.title());
    }

    private static List<String> titles(Cluster story) {
        return story.articles().stream().map(Article::title).toList();
    }

    private static Collection<Article> articles() throws IOException {
        Map<String, Article> once = new LinkedHashMap<>();
        for (Path file : files()) {
            URI url = URI.create("https://" + file.getFileName() + ".example/");
            ParseResult result = new FeedParser().parse(filled(file), Optional.empty(), url);
            assertThat(result).isInstanceOf(ParseResult.Parsed.class);
            if (result instanceof ParseResult.Parsed parsed) {
                for (FoundArticle found :
                        new ArticleReader(Clock.fixed(NOW, ZoneOffset.UTC)).read(url, parsed.document())) {
                    once.putIfAbsent(found.article().id(), found.article());
                }
            }
        }
        return once.values();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FEEDS)) {
            return files.sorted().toList();
        }
    }

    /** Placeholders are ASCII in every feed, whatever its charset; Latin 1 keeps all bytes as they are. */
    private static byte[] filled(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), ISO_8859_1);
        return PLACEHOLDER.matcher(text).replaceAll(DemoStoriesTest::value).getBytes(ISO_8859_1);
    }

    private static String value(MatchResult found) {
        if (found.group(1).equals("image")) {
            return Matcher.quoteReplacement("https://images.example/" + found.group(2));
        }
        var time = NOW.minus(Duration.ofMinutes(Long.parseLong(found.group(2)))).atOffset(ZoneOffset.UTC);
        return found.group(1).equals("iso")
                ? time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                : time.format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}

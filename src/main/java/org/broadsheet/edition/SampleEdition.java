package org.broadsheet.edition;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Colour;
import org.broadsheet.config.Look;
import org.broadsheet.config.SubjectPattern;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;

/** An edition for trying templates: it holds what feeds come up with, from a long headline to no summary at all. */
final class SampleEdition {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MADE = Instant.parse("2025-11-12T06:00:00Z");
    private static final String LONG =
            "Ein Untersuchungsausschuss, drei Gutachten und eine Brücke, über die seit zwölf Jahren"
                    + " niemand fährt: Warum der Umbau der Uferstraße länger dauert als der Bau des Hafens";

    private static final Look LOOK = new Look(
            new SubjectPattern("{title}, {date}: {count} & {lead}"),
            new Colour("#ffcc00"),
            Optional.of(URI.create("https://example.org/logo.png")),
            Optional.of("Guten Morgen & willkommen!"),
            Optional.of("Bis <morgen>."));

    private SampleEdition() {}

    /** The sample as an edition of a newsletter in that language; its texts stay as they are. */
    static Edition in(Locale language) {
        return in(language, Optional.empty());
    }

    /** The same as the best of a week. */
    static Edition roundUpIn(Locale language) {
        return in(language, Optional.of(Week.of(MADE.atZone(ZONE).toLocalDate())));
    }

    private static Edition in(Locale language, Optional<Week> week) {
        return new Edition(
                "sample",
                "sample",
                "Sample & Söhne",
                language,
                ZONE,
                MADE,
                MADE,
                week,
                LOOK,
                List.of(new Focus("Gärten · Kaffee & Kuchen", covered().articles())),
                List.of(
                        new Section(
                                "city",
                                "Stadt & Land",
                                List.of(covered(), plain(LONG, ""), plain("Kürzer", "Ein Satz."))),
                        new Section("science", "Science", List.of(pictured("A “second moon” <moves> on & away"))),
                        new Section(
                                Section.MORE, "More", List.of(plain("Märkte öffnen wieder", ""), plain("Zwei", "")))));
    }

    /** A story that so many sources tell that not all are named. */
    private static Story covered() {
        Stream<Article> others = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> article("Dasselbe, anders gesagt", "", Optional.empty(), "Blatt " + number));
        Article lead =
                article("Über 400 Gärten öffnen am Samstag ihre Tore", "Kaffee gibt es auch.", picture(), "Grüne Post");
        return story(Stream.concat(Stream.of(lead), others).toList(), 3);
    }

    /** A story that moved on since an earlier edition told it. */
    private static Story pictured(String headline) {
        Story story = story(List.of(article(headline, "It was only visiting.", picture(), "Orbit")), 2);
        return new Story(story.id(), story.articles(), true, story.score());
    }

    private static Story plain(String headline, String summary) {
        return story(List.of(article(headline, summary, Optional.empty(), "Küstenblatt")), 1);
    }

    private static Story story(List<Article> articles, double weight) {
        return new Story(articles.get(0).id(), articles, false, Score.of(articles, Map.of(), weight, MADE));
    }

    private static Optional<URI> picture() {
        return Optional.of(URI.create("https://example.org/picture.jpg"));
    }

    private static Article article(String title, String summary, Optional<URI> image, String source) {
        return new Article(
                title,
                URI.create("https://example.org/article?a=1&b=2"),
                title,
                summary,
                image,
                Locale.GERMAN,
                List.of(),
                MADE.minusSeconds(3600),
                true,
                MADE,
                URI.create("https://example.org/feed.xml"),
                source,
                Optional.empty(),
                0,
                "");
    }
}

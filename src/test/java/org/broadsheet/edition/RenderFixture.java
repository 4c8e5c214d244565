package org.broadsheet.edition;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Look;
import org.broadsheet.config.Mailbox;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;

/** Editions to render. */
final class RenderFixture {
    static final String ID = "Zk3-q8Tx0vPmR5wB";
    static final Instant MORNING = Instant.parse("2025-11-12T05:30:00Z");
    static final Path SHIPPED = Path.of("templates");
    static final String PICTURE = "https://example.org/picture.jpg";

    private RenderFixture() {}

    static EditionRenderer renderer() {
        return renderer(new Templates(SHIPPED, Optional.empty()));
    }

    static EditionRenderer renderer(Templates templates) {
        Mailbox from = new Mailbox(Optional.empty(), new EmailAddress("news@example.org"));
        Publisher publisher = new Publisher("Verlag & Söhne", "Musterstraße 1, 10115 Berlin", from, Optional.empty());
        return new EditionRenderer(templates, publisher, URI.create("https://news.example.org"));
    }

    static Edition edition(String language, List<Section> sections) {
        Locale locale = Locale.forLanguageTag(language);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return new Edition(
                ID,
                "morning",
                "Der Morgen",
                locale,
                berlin,
                MORNING,
                MORNING,
                Optional.empty(),
                Look.usual(),
                List.of(),
                sections);
    }

    /** An edition as the round-up of the week that ends with it. */
    static Edition roundUp(Edition edition) {
        return new Edition(
                edition.id(),
                edition.newsletter(),
                edition.title(),
                edition.language(),
                edition.zone(),
                edition.scheduledFor(),
                edition.madeAt(),
                Optional.of(new Week(2025, 46)),
                edition.look(),
                edition.focus(),
                edition.sections());
    }

    static Edition edition(String language, Story... stories) {
        return edition(language, List.of(section("wirtschaft", stories)));
    }

    static Section section(String topic, Story... stories) {
        return new Section(topic, "Wirtschaft & Börse", List.of(stories));
    }

    /** An edition of so many sections with so many stories each. */
    static Edition large(int sections, int stories, String image) {
        return edition(
                "de",
                IntStream.range(0, sections)
                        .mapToObj(section -> new Section(
                                "t" + section,
                                "Thema " + section,
                                IntStream.range(0, stories)
                                        .mapToObj(number -> story("Behörden stellen ihre Dienste um, Teil " + number)
                                                .summary("Passwörter bleiben nur als Notlösung erhalten, sagt das Amt.")
                                                .image(image)
                                                .alsoBy("The Ledger " + section + "-" + number)
                                                .build())
                                        .toList()))
                        .toList());
    }

    static Builder story(String headline) {
        return new Builder(headline, "", "", "Küstenblatt", MORNING.minusSeconds(2880), List.of(), 1);
    }

    /** A story with a headline, and what else a test says. */
    record Builder(
            String headline,
            String summary,
            String image,
            String source,
            Instant published,
            List<String> others,
            double score) {

        Builder summary(String text) {
            return new Builder(headline, text, image, source, published, others, score);
        }

        Builder image(String address) {
            return new Builder(headline, summary, address, source, published, others, score);
        }

        Builder source(String name) {
            return new Builder(headline, summary, image, name, published, others, score);
        }

        Builder published(String instant) {
            return new Builder(headline, summary, image, source, Instant.parse(instant), others, score);
        }

        Builder alsoBy(String... names) {
            return new Builder(headline, summary, image, source, published, List.of(names), score);
        }

        Builder score(double value) {
            return new Builder(headline, summary, image, source, published, others, value);
        }

        Story build() {
            return build("https://example.org/article?a=1&b=2");
        }

        Story build(String url) {
            return story(Stream.concat(Stream.of(source), others.stream())
                    .map(name -> article(url, name, true))
                    .toList());
        }

        Story undated() {
            return story(List.of(article("https://example.org/article", source, false)));
        }

        private Story story(List<Article> articles) {
            return new Story(headline, articles, false, new Score(1, 0, 1, score, 1));
        }

        private Article article(String url, String name, boolean dated) {
            return new Article(
                    headline + name,
                    URI.create(url),
                    headline,
                    summary,
                    Optional.of(image).filter(some -> !some.isEmpty()).map(URI::create),
                    Locale.GERMAN,
                    List.of(),
                    published,
                    dated,
                    MORNING,
                    URI.create("https://example.org/feed.xml"),
                    name,
                    Optional.empty(),
                    0,
                    "");
        }
    }
}

package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.Heuristics;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What the shipped templates make is sound in every language, whatever the feeds say. */
// Templates and tables are read once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderLintTest {
    private static final List<String> LANGUAGES =
            List.of("de", "en", "en-GB", "fr", "es", "it", "nl", "pt", "pl", "ar", "he");

    private final EditionRenderer renderer = RenderFixture.renderer();
    private final MailLint lint = new MailLint();

    static Stream<Arguments> editions() {
        Stream<Arguments> ordinary = LANGUAGES.stream()
                .flatMap(language -> kinds(language).entrySet().stream()
                        .map(kind -> Arguments.of(language, kind.getKey(), kind.getValue())));
        // An edition that is cut to size is made many times, so two directions of writing are enough.
        Stream<Arguments> cut = Stream.of("de", "ar")
                .map(language ->
                        Arguments.of(language, "two hundred stories", large(language, 5, 40, RenderFixture.PICTURE)));
        return Stream.concat(ordinary, cut);
    }

    private static Map<String, Edition> kinds(String language) {
        return Map.of(
                "the sample", SampleEdition.in(Locale.forLanguageTag(language)),
                "the sample as a round-up", SampleEdition.roundUpIn(Locale.forLanguageTag(language)),
                "with pictures", large(language, 6, 6, RenderFixture.PICTURE),
                "without pictures", large(language, 6, 6, ""),
                "with one story", edition(language, story("A").build()),
                "with many sections of one story", large(language, 14, 1, ""),
                "with nothing", edition(language, List.of()));
    }

    private static Edition large(String language, int sections, int stories, String image) {
        return edition(language, RenderFixture.large(sections, stories, image).sections());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("editions")
    void shippedTemplatesHaveNothingThatAReaderCouldNotTake(String language, String kind, Edition edition)
            throws IOException, SAXException {
        String html = renderer.render(edition).html();

        assertThat(lint.look(Source.of(html))).as("%s %s", language, kind).isEmpty();
        assertThat(strictErrors(html)).as("%s %s", language, kind).isEmpty();
    }

    @Test
    void aTraceChangesNothingOfWhatIsRendered() {
        Templates templates = new Templates(RenderFixture.SHIPPED, Optional.empty());
        String traced = RenderFixture.renderer(templates.traced())
                .renderSamples(Locale.GERMAN)
                .get(0)
                .html();

        assertThat(traced).contains(" " + Templates.PLACE + "=\"templates/fragments/story.html:");
        assertThat(traced.replaceAll(" " + Templates.PLACE + "=\"[^\"]*\"", ""))
                .isEqualTo(renderer.renderSamples(Locale.GERMAN).get(0).html());
    }

    /** What the parser of the W3C's validator has against it. */
    private static List<String> strictErrors(String html) throws IOException, SAXException {
        List<String> errors = new ArrayList<>();
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setHeuristics(Heuristics.NONE);
        Collecting collecting = new Collecting(errors);
        parser.setContentHandler(collecting);
        parser.setErrorHandler(collecting);
        parser.parse(new InputSource(new StringReader(html)));
        return errors;
    }

    private static final class Collecting extends DefaultHandler {
        private final List<String> errors;

        Collecting(List<String> errors) {
            this.errors = errors;
        }

        @Override
        public void warning(SAXParseException mistake) {
            errors.add(mistake.getLineNumber() + ": " + mistake.getMessage());
        }

        @Override
        public void error(SAXParseException mistake) {
            warning(mistake);
        }

        @Override
        public void fatalError(SAXParseException mistake) {
            warning(mistake);
        }
    }
}

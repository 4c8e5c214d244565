package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.section;
import static org.broadsheet.edition.RenderFixture.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.broadsheet.story.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionRendererTest {
    private static final String NASTY = "<script>alert(1)</script> & \"x\" 'y'";

    private final EditionRenderer renderer = RenderFixture.renderer();

    @Test
    void everyValueFromAFeedIsEscapedInHtml() {
        Edition edition = edition(
                "de",
                List.of(
                        section(
                                "a",
                                story(NASTY)
                                        .summary(NASTY)
                                        .source(NASTY)
                                        .alsoBy("B" + NASTY)
                                        .image("https://e.org/%22%3E'.png")
                                        .build()),
                        new Section(
                                "b",
                                NASTY,
                                List.of(
                                        story(NASTY + 2).build(),
                                        story(NASTY + 3).build()))));

        Document mail = Jsoup.parse(renderer.render(edition).html());

        assertThat(mail.select("script")).isEmpty();
        assertThat(mail.select("h2 a").text()).isEqualTo(NASTY);
        assertThat(mail.text()).contains(NASTY + "2", NASTY + "3", "B" + NASTY);
        assertThat(mail.select("*").stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @Test
    void theTextPartIsNotEscaped() {
        String headline = "Märkte & Mächte: „größer“ < kleiner's \"Preis\"";

        String text = renderer.render(edition("de", story(headline).build())).plain();

        assertThat(text).contains(headline).contains("WIRTSCHAFT & BÖRSE").doesNotContain("&amp;", "&uuml;", "&#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "/relative",
                "http:opaque"
            })
    void linksAndPicturesAreOfTheWebOrMissing(String address) {
        Edition edition = edition(
                "de",
                story("A").image(address).alsoBy("B").build(address),
                story("C").image(address).build(address),
                story("D").build(address));

        RenderedEdition mail = renderer.render(edition);

        assertThat(mail.html()).doesNotContain(address);
        assertThat(mail.plain()).doesNotContain(address);
        assertThat(Jsoup.parse(mail.html()).select("img")).isEmpty();
    }

    @Test
    void marksAStoryThatMovedOnSinceAnEarlierEdition() {
        Story told = story("A").build();
        Story update = new Story(told.id(), told.articles(), true, told.score());

        RenderedEdition mail = renderer.render(edition("de", update, story("B").build()));

        assertThat(Jsoup.parse(mail.html()).select("b:contains(Neue Entwicklung)"))
                .hasSize(1);
        assertThat(mail.plain()).containsOnlyOnce("Neue Entwicklung · Küstenblatt");
    }

    @Test
    void namesTheSagasOfTheDayInBothParts() {
        RenderedEdition mail = renderer.render(SampleEdition.in(Locale.GERMAN));

        assertThat(Jsoup.parse(mail.html()).select("p:contains(Im Blick) span").text())
                .isEqualTo("Gärten · Kaffee & Kuchen");
        assertThat(mail.plain()).contains("Im Blick\n* Gärten · Kaffee & Kuchen\n");
    }

    @Test
    void bothPartsHoldBothMarks() {
        RenderedEdition mail = renderer.render(edition("de", story("A").build()));
        Marks marks = Marks.of(RenderFixture.ID);

        assertThat(Stream.of(mail.html(), mail.plain()))
                .allSatisfy(part -> assertThat(part).contains(marks.address()).contains(marks.unsubscribe()));
        assertThat(Jsoup.parse(mail.html())
                        .select("a[href=" + marks.unsubscribe() + "]")
                        .text())
                .isEqualTo("Abmelden");
        assertThat(mail.plain().lines()).contains(marks.unsubscribe());
    }

    static Stream<Edition> editions() {
        return Stream.of(
                SampleEdition.in(Locale.GERMAN),
                SampleEdition.in(Locale.forLanguageTag("ar")),
                edition("de"),
                edition("en", List.of()),
                edition("de", story("x".repeat(300)).build()),
                RenderFixture.large(3, 6, RenderFixture.PICTURE),
                RenderFixture.large(3, 6, ""));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theHtmlParsesWithoutErrors(Edition edition) {
        Parser strict = Parser.htmlParser().setTrackErrors(100);

        strict.parseInput(renderer.render(edition).html(), "");

        assertThat(strict.getErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theHtmlKeepsTheRulesOfMail(Edition edition) {
        String html = renderer.render(edition).html();
        Document mail = Jsoup.parse(html);

        assertThat(mail.select("table:not([role=presentation]), img:not([alt]), img[alt=''], img:not([width])"))
                .isEmpty();
        assertThat(mail.select("script, link, form, svg, section, header, main, video"))
                .isEmpty();
        assertThat(html).doesNotContain("position:", "flex", "grid-", "float:", "rgba(", "var(--", "url(", "@import");
        assertThat(mail.select("a[href]").eachAttr("href")).allMatch(link -> link.matches("(https?://|#\\w).*"));
        assertThat(mail.select("style").stream()
                        .mapToInt(style -> style.data().length())
                        .sum())
                .isLessThan(16_000);
        assertThat(html.lines().mapToInt(String::length).max().orElse(0)).isLessThan(4_000);
    }

    @Test
    void nothingReadableIsSmallerThanThirteenPixels() {
        Document mail =
                Jsoup.parse(renderer.render(SampleEdition.in(Locale.ENGLISH)).html());
        mail.select("div[style*=display:none]").remove();

        assertThat(mail.body().html()).doesNotContainPattern("font(-size)?:[^;\"]*\\b([0-9]|1[0-2])px");
    }

    @Test
    void headingsFollowEachOther() {
        Document mail =
                Jsoup.parse(renderer.render(SampleEdition.in(Locale.ENGLISH)).html());

        List<String> levels =
                mail.select("h1,h2,h3,h4").stream().map(Element::tagName).toList();

        assertThat(levels).startsWith("h1", "h2", "h2", "h3").doesNotContain("h4");
        assertThat(mail.select("h1")).hasSize(1);
    }

    @Test
    void everyAnchorOfTheTableOfContentsExists() {
        Document mail =
                Jsoup.parse(renderer.render(SampleEdition.in(Locale.ENGLISH)).html());

        assertThat(mail.select("a[href^=#]"))
                .hasSize(3)
                .allSatisfy(
                        link -> assertThat(mail.getElementById(link.attr("href").substring(1)))
                                .isNotNull());
    }

    @Test
    void languageAndDirectionAreToldTwiceForWebmailDropsTheFirst() {
        Document mail = Jsoup.parse(renderer.render(SampleEdition.in(Locale.forLanguageTag("he-IL")))
                .html());

        assertThat(mail.select("html, div[role=article]")).hasSize(2).allSatisfy(element -> {
            assertThat(element.attr("lang")).isEqualTo("he-IL");
            assertThat(element.attr("dir")).isEqualTo("rtl");
        });
        assertThat(mail.select("td.th").attr("style")).contains("padding-right:16px");
        assertThat(mail.select("td[align=left]")).isNotEmpty();
    }

    @Test
    void theStoryOfTheHighestScoreLeadsAndIsNotToldTwice() {
        Edition edition = edition(
                "de",
                List.of(
                        section("a", story("Erstes").score(1).build()),
                        section(
                                "b",
                                story("Wichtigstes").score(5).build(),
                                story("Drittes").build()),
                        section(Section.MORE, story("Rest").score(9).build())));

        RenderedEdition mail = renderer.render(edition);

        assertThat(mail.subject()).isEqualTo("Wichtigstes");
        assertThat(Jsoup.parse(mail.html()).select("h2 a, h3 a").eachText())
                .containsExactly("Wichtigstes", "Erstes", "Drittes", "Rest");
    }

    @Test
    void theLastSectionIsNamedInTheLanguageOfTheMail() {
        assertThat(headings("de")).endsWith("Weiteres");
        assertThat(headings("fr")).endsWith("Et aussi");
    }

    private List<String> headings(String language) {
        Edition edition = edition(
                language,
                List.of(
                        section("a", story("A").build()),
                        section(Section.MORE, story("B").build())));
        return Jsoup.parse(renderer.render(edition).html()).select("h2").eachText();
    }

    @Test
    void otherSourcesAreNamedOnceAndAtMostFour() {
        Edition edition = edition(
                "de",
                story("A")
                        .source("Eins")
                        .alsoBy("Zwei", "Zwei", "Eins", "Drei", "Vier", "Fünf", "Sechs", "Sieben")
                        .build());

        RenderedEdition mail = renderer.render(edition);

        assertThat(mail.plain()).contains("Auch berichtet von: Zwei, Drei, Vier, Fünf + 2 weitere");
        assertThat(Jsoup.parse(mail.html()).text()).contains("Zwei, Drei, Vier, Fünf + 2 weitere");
    }

    @Test
    void thePreheaderAddsToTheSubject() {
        Edition edition = edition(
                "de",
                List.of(
                        section(
                                "a",
                                story("Erstes").score(2).build(),
                                story("Zweites").build()),
                        section("b", story("Drittes").build())));

        String hidden = Jsoup.parse(renderer.render(edition).html())
                .select("div[style*=display:none]")
                .text();

        assertThat(hidden).startsWith("Außerdem: Zweites · Drittes").doesNotContain("Erstes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-SA", "th-TH-u-ca-buddhist-nu-thai", ""})
    void theMachinesOwnLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        RenderedEdition expected = renderer.render(SampleEdition.in(Locale.ENGLISH));
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(RenderFixture.renderer().render(SampleEdition.in(Locale.ENGLISH)))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}

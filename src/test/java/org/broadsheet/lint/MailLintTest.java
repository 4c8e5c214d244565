package org.broadsheet.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.lint.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// The tables are read once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailLintTest {
    private static final String SOUND = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="color-scheme" content="light dark">
            <title>The Morning</title>
            <style>
            @media (prefers-color-scheme:dark){
            .paper{background-color:#131210 !important}
            .ink{color:#f3eee6 !important}
            }
            </style>
            </head>
            <body class="paper" style="margin:0;background-color:#f4f1ea">
            <div lang="en">
            <table role="presentation" width="600" class="paper" bgcolor="#f4f1ea">
            <tr>
            <td class="ink" style="padding:8px;color:#1f1d1a">
            <h1 style="margin:0;font-size:22px">The Morning</h1>
            <p style="margin:0">It is <a class="ink" href="https://example.org/a?b=1&amp;c=2" style="color:#1f1d1a">morning</a>.</p>
            <img src="https://example.org/a.jpg" width="96" alt="A ship">
            </td>
            </tr>
            </table>
            </div>
            </body>
            </html>
            """;

    private final MailLint lint = new MailLint();

    @Test
    void aSoundMailHasNoFindings() {
        assertThat(look(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "padding:8px | display:flex | client | display:flex",
                "padding:8px | display:inline-grid | client | display:inline-grid",
                "padding:8px | gap:8px | client | gap",
                "padding:8px | padding:var(--space) | client | var()",
                "padding:8px | --space:8px | client | a CSS variable",
                "padding:8px | padding:1rem | client | the unit rem",
                "padding:8px | padding:calc(1px + 2px) | client | calc()",
                "padding:8px | position:absolute | client | position",
                "padding:8px | float:left | client | float",
                "padding:8px | background-color:rgba(0,0,0,0.1) | client | rgba()",
                "padding:8px | background-image:url('https://example.org/a.png') | client | background-image",
                "padding:8px | aspect-ratio:16/9 | client | aspect-ratio",
                "<style> | <style>@font-face{font-family:X;src:url(https://example.org/x.woff)} | client | @font-face",
                "<style> | <style>@import url(https://example.org/x.css); | client | @import",
                "<style> | <style>td:nth-child(2){color:#1f1d1a} | client | :nth-child",
                "<style> | <style>td{p{color:#1f1d1a}} | client | a rule within a rule",
                "</h1> | </h1><svg width=\"1\" height=\"1\"></svg> | client | <svg>",
                "<h1 | <section>a</section><h1 | client | <section>",
                "a.jpg | a.webp | client | a picture as webp",
                "https://example.org/a.jpg | data:image/png;base64,AAAA | client | a picture as data",
                " alt=\"A ship\" | `` | picture | no text for those who do not see it",
                " width=\"96\" | `` | picture | no width in pixels",
                " width=\"96\" | ` width=\"50%\"` | picture | no width in pixels",
                "morning</a> | <img src=\"https://example.org/b.jpg\" width=\"9\" alt=\"\"></a> | picture | a link is but a picture",
                " role=\"presentation\" | `` | role | read out as one of data",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"javascript:alert(1)\" | link | javascript:",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"/a\" | link | relative",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"\" | link | relative",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"//example.org/a\" | link | relative",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"http://example.org/a\" | link | not encrypted",
                "href=\"https://example.org/a?b=1&amp;c=2\" | href=\"#nowhere\" | link | no place in the mail",
                "src=\"https://example.org/a.jpg\" | src=\"a.jpg\" | link | relative",
                "padding:8px;color:#1f1d1a | color:#999999 | contrast | #999999 on #f4f1ea is 2.5 to 1 in the light palette",
                ".ink{color:#f3eee6 !important} | .ink{color:#555555 !important} | contrast | #555555 on #131210 is 2.5 to 1 in the dark palette",
                ".ink{color:#f3eee6 !important} | `` | contrast | #1f1d1a on #131210 is 1.1 to 1 in the dark palette",
                "<html lang=\"en\"> | <html> | language | the mail does not tell its language",
                "<html lang=\"en\"> | <html lang=\"e!\"> | language | the mail does not tell its language",
                "<div lang=\"en\"> | <div> | language | the content does not tell the language",
                "<div lang=\"en\"> | <div lang=\"de\"> | language | the content does not tell the language",
                "</h1> | </h1><script>alert(1)</script> | script | <script>",
                "</h1> | </h1><form action=\"https://example.org\"></form> | script | <form>",
                "<h1 | <h1 onclick=\"x()\" | script | onclick",
                "</h1> | </h2> | markup | the HTML is broken",
                "padding:8px | padding 8px | markup | the CSS is broken",
                "</style> | .ink{color:red </style> | markup | the CSS is broken"
            })
    void whatAReaderCouldNotTakeIsAnError(String sound, String broken, String rule, String what) {
        assertThat(SOUND).contains(sound);

        assertThat(look(SOUND.replace(sound, broken)))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.what()).contains(what);
                    assertThat(finding.advice()).isNotBlank();
                });
    }

    @Test
    void whatIsTooLargeIsAnError() {
        assertThat(look(SOUND.replace("It is", "It is\n".repeat(15_000))))
                .anySatisfy(finding ->
                        assertThat(finding.what()).startsWith("the HTML is 9").endsWith("over 90,000"));
        assertThat(look(SOUND.replace("<style>", "<style>" + ".ink{color:#1f1d1a}\n".repeat(820))))
                .anySatisfy(finding -> assertThat(finding.what()).startsWith("all styles together are 16,"));
        assertThat(look(SOUND.replace("It is", "ä".repeat(500))))
                .anySatisfy(finding -> assertThat(finding.what()).contains("over 998"));
    }

    @Test
    void whatOnlyLooksDifferentIsAWarning() {
        assertThat(look(SOUND.replace("padding:8px", "text-shadow:1px 1px #000000")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.told())
                            .startsWith("line 18 of the mail: text-shadow is not understood by Gmail (web, ")
                            .contains("Outlook.com")
                            .doesNotContain("Apple Mail");
                });
    }

    @Test
    void whatManyElementsShareIsToldOnce() {
        String twice = SOUND.replace("</h1>", "</h1><p style=\"gap:1px\">a</p><p style=\"gap:1px\">b</p>");

        assertThat(look(twice)).hasSize(1);
    }

    @Test
    void aFindingNamesTheTemplateOfItsElementOrTheNearestAroundIt() {
        String traced = SOUND.replace("<td ", "<td data-place=\"own.html:7\" ")
                .replace("<style>", "<style data-place=\"styles.html:3\">");

        assertThat(look(traced)).isEmpty();
        assertThat(look(traced.replace(" alt=\"A ship\"", "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.told()).startsWith("own.html:7: a picture has no text"));
        assertThat(look(traced.replace(".ink{", ".ink{gap:1px;")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.told()).startsWith("styles.html:6: gap is not"));
        assertThat(look(traced.replace("</h1>", "</h2>")))
                .allSatisfy(finding -> assertThat(finding.told()).startsWith("own.html:7: the HTML is broken: "));
    }

    @Test
    void aLinkMayBeUnencryptedWhereItsSourceIs() {
        String plain = SOUND.replace("https://example.org/a?", "http://example.org/a?");

        assertThat(lint.look(
                        new Source(plain, "data-place", link -> link.getHost().equals("example.org"))))
                .isEmpty();
    }

    @Test
    void aTableOfDataIsReadOutAsOne() {
        assertThat(look(SOUND.replace(" role=\"presentation\"", "").replace("<tr>", "<tr><th>Day</th></tr><tr>")))
                .isEmpty();
    }

    private List<Finding> look(String html) {
        return lint.look(Source.of(html));
    }
}

package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.config.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The newsletter's colour on its pages. */
class AccentStyleTest extends ServedPages {
    @ParameterizedTest
    @ValueSource(strings = {"#9f3d26", "#ffcc00", "#ffffff", "#000000", "#0a6b63", "#808080", "#00ff00", "#3333ff"})
    void everyColourCanBeReadOnEveryGroundInLightAndInDark(String hex) throws Exception {
        String css = get("/accent/" + hex.substring(1) + ".css").body();
        String usual = get("/style.css").body();

        for (int scheme = 0; scheme < 2; scheme++) {
            Colour accent = colour(css, "accent", scheme);
            for (String ground : List.of("paper", "sheet")) {
                assertThat(accent.contrast(colour(usual, ground, scheme)))
                        .as("%s on %s, scheme %d", accent, ground, scheme)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(accent.contrast(colour(css, "on-accent", scheme)))
                    .as("words on a button")
                    .isGreaterThanOrEqualTo(4.5);
        }
        assertThat(colour(css, "mark", 0)).isEqualTo(new Colour(hex));
        assertThat(colour(css, "mark", 0).contrast(colour(css, "on-mark", 0)))
                .as("the large initial")
                .isGreaterThanOrEqualTo(3);
    }

    /** The value of a variable in the light scheme, which comes first, or in the dark one. */
    private static Colour colour(String css, String variable, int scheme) {
        Matcher values = Pattern.compile("--" + variable + ": (#[0-9a-f]{6})").matcher(css);
        assertThat(values.find()).as(variable).isTrue();
        if (scheme > 0) {
            assertThat(values.find()).as(variable + " in the dark").isTrue();
        }
        return new Colour(values.group(1));
    }

    @Test
    void pagesOfANewsletterHaveItsColourFromASheetOfOurOwn() throws Exception {
        HttpResponse<String> page = get("/u/good");

        assertThat(page.body())
                .contains("<link rel=\"stylesheet\" href=\"/accent/0a6b63.css\">")
                .doesNotContain("style=");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("style-src 'self';").doesNotContain("unsafe"));
        HttpResponse<String> sheet = get("/accent/0a6b63.css");
        assertThat(sheet.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(sheet.body()).contains("--mark: #0a6b63;").contains("--accent: #0a6b63;");
    }

    @Test
    void pagesOfNoNewsletterAndOfOneWithoutAColourLoadNoOther() throws Exception {
        assertThat(get("/").body()).doesNotContain("/accent/");
        assertThat(get("/archive/morning").body()).doesNotContain("/accent/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "fff", "12345g", "0A6B63", "0a6b63%7D", "0a6b63;", "..%2fstyle"})
    void whatIsNoColourIsNoSheet(String nonsense) throws Exception {
        assertThat(get("/accent/" + nonsense + ".css").statusCode()).isIn(400, 404);
    }
}

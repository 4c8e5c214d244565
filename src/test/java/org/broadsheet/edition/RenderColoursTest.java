package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RenderColoursTest {
    private static final Pattern COLOUR = Pattern.compile("(?<!-)\\bcolor:(#[0-9a-f]{6})");
    private static final Pattern GROUND = Pattern.compile("background-color:(#[0-9a-f]{6})");
    private static final Pattern RULE =
            Pattern.compile("\\.(\\w+)\\{(color|background-color):(#[0-9a-f]{6}) !important}");

    private final Document mail = Jsoup.parse(
            RenderFixture.renderer().render(RenderFixture.large(7, 2, "")).html());

    @Test
    void textStandsOutInTheLightPalette() {
        assertThat(mail.body().select("[style*=color:]"))
                .filteredOn(element -> !element.ownText().isBlank())
                .isNotEmpty()
                .allSatisfy(element -> assertThat(contrast(colour(element, Map.of()), ground(element, Map.of())))
                        .as(element.outerHtml())
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void textStandsOutInTheDarkPalette() {
        Map<String, String> dark = darkPalette();

        assertThat(dark).containsKeys("color.ink", "color.a0", "color.a6", "background-color.sheet");
        assertThat(mail.body().select("[style*=color:]"))
                .filteredOn(element -> !element.ownText().isBlank())
                .allSatisfy(element -> assertThat(contrast(colour(element, dark), ground(element, dark)))
                        .as(element.outerHtml())
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void coloursAreWrittenWithSixDigits() {
        String html = mail.outerHtml().toLowerCase(Locale.ROOT);

        assertThat(html).doesNotContainPattern("color:#[0-9a-f]{3}[;\"} ]");
    }

    private Map<String, String> darkPalette() {
        Map<String, String> palette = new HashMap<>();
        mail.select("style").stream()
                .map(Element::data)
                .filter(css -> css.contains("prefers-color-scheme"))
                .flatMap(css -> RULE.matcher(css).results())
                .forEach(rule -> palette.put(rule.group(2) + "." + rule.group(1), rule.group(3)));
        return palette;
    }

    private static String colour(Element element, Map<String, String> palette) {
        return nearest(element, palette, "color", COLOUR);
    }

    private static String ground(Element element, Map<String, String> palette) {
        return nearest(element, palette, "background-color", GROUND);
    }

    private static String nearest(Element element, Map<String, String> palette, String property, Pattern inline) {
        for (Element some = element; some != null; some = some.parent()) {
            for (String name : some.classNames()) {
                if (palette.containsKey(property + "." + name)) {
                    return palette.getOrDefault(property + "." + name, "");
                }
            }
            Matcher own = inline.matcher(some.attr("style"));
            if (own.find()) {
                return own.group(1);
            }
        }
        return "#ffffff";
    }

    /** WCAG 2's contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int shifted) {
        double value = (shifted & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

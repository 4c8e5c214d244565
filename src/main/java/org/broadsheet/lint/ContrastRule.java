package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Text can be told from its background, in the light and in the dark.
 *
 * <p>At least 4.5 to 1, whatever the size of the letters: WCAG 2.2, success criterion 1.4.3. What stands in for a picture that is not shown
 * counts as text.
 */
final class ContrastRule implements Rule {
    private static final String NAME = "contrast";
    private static final double LEAST = 4.5;

    /** What mail programs show without a word from the mail, as browsers do. */
    private static final Colour LINK = new Colour(0, 0, 238);

    private static final Colour DARK_LINK = new Colour(158, 158, 255);
    private static final Colour DARK_CANVAS = new Colour(18, 18, 18);

    @Override
    public Stream<Finding> look(Mail mail) {
        Stream<Finding> light = look(mail, "light", Styled.of(mail, false), new Ink(Colour.BLACK, Colour.WHITE, LINK));
        if (!Styled.isForTheDark(mail)) {
            return light;
        }
        Ink inTheDark = Styled.declaresDark(mail)
                ? new Ink(Colour.WHITE, DARK_CANVAS, DARK_LINK)
                : new Ink(Colour.BLACK, Colour.WHITE, LINK);
        return Stream.concat(light, look(mail, "dark", Styled.of(mail, true), inTheDark));
    }

    private static Stream<Finding> look(Mail mail, String palette, Styled styled, Ink ink) {
        Walk walk = new Walk(mail, palette, styled, new ArrayList<>());
        walk.into(mail.document().body(), ink);
        return walk.found().stream();
    }

    /** The colours around an element. */
    private record Ink(Colour text, Colour background, Colour link) {
        Ink of(Element element, Styled styled) {
            boolean isLink = element.normalName().equals("a") && element.hasAttr("href");
            Colour own = styled.text(element).orElse(isLink ? link : text);
            return new Ink(own, styled.background(element).orElse(background), link);
        }

        double contrast() {
            return text.contrastTo(background);
        }
    }

    private record Walk(Mail mail, String palette, Styled styled, List<Finding> found) {
        void into(Element element, Ink around) {
            if (mail.isHidden(element)) {
                return;
            }
            Ink ink = around.of(element, styled);
            if (shows(element) && ink.contrast() < LEAST) {
                found.add(tooFaint(element, ink));
            }
            element.children().forEach(child -> into(child, ink));
        }

        private static boolean shows(Element element) {
            return element.normalName().equals("img")
                    ? !element.attr("alt").isBlank()
                    : element.textNodes().stream().anyMatch(Walk::isVisible);
        }

        private static boolean isVisible(TextNode text) {
            return text.text().chars().anyMatch(letter -> !Character.isWhitespace(letter) && letter != '\u00a0');
        }

        private Finding tooFaint(Element element, Ink ink) {
            String what = String.format(
                    Locale.ROOT,
                    "%s on %s is %.1f to 1 in the %s palette, under 4.5",
                    ink.text(),
                    ink.background(),
                    Math.floor(ink.contrast() * 10) / 10,
                    palette);
            return mail.about(
                    element,
                    NAME,
                    what,
                    "take a " + (palette.equals("dark") ? "lighter" : "darker")
                            + " colour for the text, or another background");
        }
    }
}

package org.broadsheet.lint;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A picture says what it shows to those who do not see it, and keeps its width.
 *
 * <p>WCAG 2.2, success criteria 1.1.1 and 2.4.4; Outlook on Windows shows a picture without the attribute in the width of its file.
 */
final class PictureRule implements Rule {
    private static final String NAME = "picture";

    @Override
    public Stream<Finding> look(Mail mail) {
        return mail.document().select("img").stream().flatMap(image -> look(mail, image));
    }

    private static Stream<Finding> look(Mail mail, Element image) {
        Stream.Builder<Finding> found = Stream.builder();
        if (!image.hasAttr("alt")) {
            found.add(mail.about(
                    image,
                    NAME,
                    "a picture has no text for those who do not see it",
                    "write alt, with nothing in it when it is but ornament"));
        } else if (image.attr("alt").isBlank() && isWholeLink(image)) {
            found.add(mail.about(
                    image, NAME, "a link is but a picture without a text", "say in alt where the link leads"));
        }
        if (!image.attr("width").matches("[1-9]\\d*")) {
            found.add(mail.about(image, NAME, "a picture has no width in pixels", "write it as the attribute width"));
        }
        return found.build();
    }

    private static boolean isWholeLink(Element image) {
        Element link = image.closest("a[href]");
        return link != null && !link.hasText() && link.select("img[alt~=\\S]").isEmpty();
    }
}

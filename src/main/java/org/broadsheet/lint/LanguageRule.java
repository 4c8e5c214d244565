package org.broadsheet.lint;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A mail tells its language, so that it is read out and hyphenated in it (WCAG 2.2, success criterion 3.1.1).
 *
 * <p>Mail programs on the web show the body's content within a page of their own language, so what is in the body has to tell it too.
 */
final class LanguageRule implements Rule {
    private static final String NAME = "language";
    private static final String ADVICE = "write th:lang=\"${digest.language}\"";

    @Override
    public Stream<Finding> look(Mail mail) {
        Element root = mail.document().select("html").first();
        if (root == null) {
            return Stream.empty();
        }
        String language = root.attr("lang");
        Stream<Finding> own = isLanguage(language)
                ? Stream.empty()
                : Stream.of(mail.about(root, NAME, "the mail does not tell its language", ADVICE));
        return Stream.concat(own, wrappers(mail, language));
    }

    private static Stream<Finding> wrappers(Mail mail, String language) {
        return mail.document().body().children().stream()
                .filter(part -> part.hasText() && !mail.isHidden(part))
                .filter(part ->
                        !isLanguage(part.attr("lang")) || !part.attr("lang").equals(language))
                .map(part -> mail.about(part, NAME, "the content does not tell the language of the mail", ADVICE));
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException none) {
            return false;
        }
    }
}

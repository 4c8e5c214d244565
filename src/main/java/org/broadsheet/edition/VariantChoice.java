package org.broadsheet.edition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reader wants of an edition, as it is stored with the subscription.
 *
 * @param language a BCP 47 tag for the mail's own words; empty for the newsletter's
 * @param topics the ids of the topics, one a line; empty for all of them, and for what fits none
 */
public record VariantChoice(String language, String topics) {
    /** Everything, in the newsletter's own language. */
    public static final VariantChoice WHOLE = new VariantChoice("", "");

    /** The edition as readers of this choice get it; it may be empty. */
    Edition of(Edition edition) {
        List<Section> sections = edition.sections().stream()
                .filter(section -> topics.isEmpty() || wanted().contains(section.topic()))
                .toList();
        Locale spoken = language.isEmpty() ? edition.language() : Locale.forLanguageTag(language);
        return edition.in(spoken, sections);
    }

    private Set<String> wanted() {
        return topics.lines().collect(Collectors.toSet());
    }
}

package org.broadsheet.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition as templates show it; they know it as {@code digest}.
 *
 * @param language the newsletter's language as a BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param initial the first letter of the title
 * @param date "Mittwoch, 12. November 2025"; of a round-up "6.–12. November 2025"
 * @param roundUp "Das Beste der Woche"; null for an edition that is no round-up
 * @param counts "14 stories from 9 sources · 6 minute read"
 * @param look what the newsletter's own settings change
 * @param preheader what mail programs show after the subject
 * @param glance the table of contents; empty when there is but one section
 * @param focus the labels of the sagas that many write about; empty on a quiet day
 * @param lead the first story; null when there are no stories
 * @param cut whether stories are left out, which the edition's page has
 * @param more "and 12 more stories in 3 more topics", when not all sections are shown; otherwise null
 */
public record DigestView(
        String language,
        String direction,
        String subject,
        String title,
        String initial,
        String date,
        @Nullable String roundUp,
        String counts,
        LookView look,
        String preheader,
        List<GlanceView> glance,
        List<String> focus,
        @Nullable StoryView lead,
        List<SectionView> sections,
        boolean cut,
        @Nullable String more,
        FooterView footer) {
    public DigestView {
        glance = List.copyOf(glance);
        focus = List.copyOf(focus);
        sections = List.copyOf(sections);
    }

    /** The side where lines begin: {@code left}, or {@code right} in languages written from right to left. */
    public String start() {
        return direction.equals("rtl") ? "right" : "left";
    }

    /** The side where lines end. */
    public String end() {
        return direction.equals("rtl") ? "left" : "right";
    }
}

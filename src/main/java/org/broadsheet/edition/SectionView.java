package org.broadsheet.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section as templates show it.
 *
 * @param anchor names its place in the page
 * @param accent the number of its colour, 1 to 6; 0 for the last section, of stories that fit no topic
 * @param count "4 stories"
 * @param stories shown in full
 * @param briefs the others, shown as a list below them
 * @param more "and 3 more stories", when not all are shown; otherwise null
 */
public record SectionView(
        String anchor,
        String title,
        int accent,
        String count,
        List<StoryView> stories,
        List<StoryView> briefs,
        @Nullable String more) {
    public SectionView {
        stories = List.copyOf(stories);
        briefs = List.copyOf(briefs);
    }
}

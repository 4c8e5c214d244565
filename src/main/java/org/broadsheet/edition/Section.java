package org.broadsheet.edition;

import java.util.List;
import org.broadsheet.story.Story;

/**
 * The stories of one topic in an edition.
 *
 * @param topic the topic's id; {@link #MORE} for what fits none
 * @param stories in the order they are shown, never empty
 */
public record Section(String topic, String title, List<Story> stories) {
    /** The id of the last section, for stories that fit no topic. */
    public static final String MORE = "more";

    public Section {
        stories = List.copyOf(stories);
    }
}

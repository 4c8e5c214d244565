package org.broadsheet.edition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.config.Look;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Story;

/**
 * One issue of a newsletter. Made once; it does not change afterwards.
 *
 * @param id unguessable, so that a feed cannot know it beforehand
 * @param newsletter the newsletter's id
 * @param scheduledFor the time it was due; there is one edition for each
 * @param madeAt the instant whose recent articles it holds
 * @param week which week's best it is; empty for an edition that tells what is new
 * @param zone the time zone in which dates and times are shown
 * @param look what the newsletter's settings say of its mails
 * @param focus the sagas of the day, the largest first
 */
public record Edition(
        String id,
        String newsletter,
        String title,
        Locale language,
        ZoneId zone,
        Instant scheduledFor,
        Instant madeAt,
        Optional<Week> week,
        Look look,
        List<Focus> focus,
        List<Section> sections) {

    public Edition {
        focus = List.copyOf(focus);
        sections = List.copyOf(sections);
    }

    /** All stories, in the order they are shown. */
    public Stream<Story> stories() {
        return sections.stream().flatMap(section -> section.stories().stream());
    }

    /** The same edition with other words around it, and only those sections and what concerns them. */
    Edition in(Locale spoken, List<Section> some) {
        List<Focus> concerned = focus.stream()
                .filter(one -> some.stream()
                        .flatMap(section -> section.stories().stream())
                        .anyMatch(story -> one.articles().stream().anyMatch(story.articles()::contains)))
                .toList();
        return new Edition(id, newsletter, title, spoken, zone, scheduledFor, madeAt, week, look, concerned, some);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }
}

package org.broadsheet.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.image.Shape;
import org.broadsheet.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * A section with all its stories ready to be printed, of which a cut then shows some.
 *
 * @param lead the edition's lead story when it belongs to this section; otherwise null
 * @param rest the other stories
 */
record Prepared(
        String anchor, String title, int accent, @Nullable StoryView lead, List<StoryView> rest) {
    private static final int ACCENTS = 6;
    private static final int GLANCE = 90;

    /** A reader at breakfast takes in no more of one topic; the rest is told in a line each. */
    static final int IN_FULL = 3;

    static List<Prepared> all(Edition edition, Optional<Story> lead, StoryViews views) {
        return IntStream.range(0, edition.sections().size())
                .mapToObj(index -> of(edition.sections().get(index), index, lead, views))
                .toList();
    }

    private static Prepared of(Section section, int index, Optional<Story> lead, StoryViews views) {
        boolean isMore = section.topic().equals(Section.MORE);
        String title = isMore ? views.words().text("more") : section.title();
        int accent = isMore ? 0 : 1 + index % ACCENTS;
        return new Prepared(
                "s" + (index + 1),
                title,
                accent,
                lead.filter(section.stories()::contains)
                        .map(story -> views.of(story, title, accent, Shape.LEAD))
                        .orElse(null),
                section.stories().stream()
                        .filter(story -> lead.filter(story::equals).isEmpty())
                        .map(story -> views.of(story, title, accent, Shape.THUMBNAIL))
                        .toList());
    }

    /** Its line in the table of contents; the lead stands just below, so that another headline says more. */
    Stream<GlanceView> glance(Shortening shortening) {
        return Stream.concat(rest.stream(), Stream.ofNullable(lead))
                .limit(1)
                .map(story -> new GlanceView(
                        rest.isEmpty() ? "lead" : anchor, title, accent, shortening.to(GLANCE, story.headline())));
    }

    /** The section with so many stories. */
    SectionView cut(int stories, Words words) {
        List<StoryView> shown = rest.subList(0, Math.min(stories, rest.size()));
        int full = inFull(shown);
        int left = rest.size() - shown.size();
        return new SectionView(
                anchor,
                title,
                accent,
                words.text("section-count", Map.of("count", rest.size())),
                shown.subList(0, full),
                shown.subList(full, shown.size()),
                left > 0 ? words.text("section-more", Map.of("count", left)) : null);
    }

    /** Stories keep their rank; the first few are told in full, unless they are but a headline. */
    private static int inFull(List<StoryView> stories) {
        int full = Math.min(IN_FULL, stories.size());
        while (full > 1 && stories.get(full - 1).isBrief()) {
            full--;
        }
        return full;
    }
}

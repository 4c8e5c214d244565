package org.broadsheet.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.config.Topic;
import org.broadsheet.edition.Selection;
import org.broadsheet.story.Story;
import org.broadsheet.topic.TopicChoice;

/** Puts into words how sure the topics of an edition's stories are, and names those that could stand elsewhere. */
final class Certainty {
    private static final int MOST_BORDERLINE = 8;
    private static final double SURE = 0.9;

    private final Selection selection;

    Certainty(Selection selection) {
        this.selection = selection;
    }

    List<String> lines() {
        List<Story> stories =
                selection.stories().values().stream().flatMap(List::stream).toList();
        List<Story> borderline = stories.stream()
                .filter(story -> choice(story).rival().isPresent())
                .sorted(Comparator.comparingDouble(
                                (Story story) -> choice(story).certainty())
                        .thenComparing(Story::id))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!stories.isEmpty()) {
            lines.add(summary(stories, borderline.size()));
        }
        borderline.stream().limit(MOST_BORDERLINE).map(this::line).forEach(lines::add);
        if (borderline.size() > MOST_BORDERLINE) {
            lines.add("    and " + (borderline.size() - MOST_BORDERLINE) + " more");
        }
        return lines;
    }

    private String summary(List<Story> stories, int borderline) {
        long facts = stories.stream()
                .filter(story -> choice(story).evidence().isExplicit())
                .count();
        long sure = stories.stream()
                .filter(story ->
                        !choice(story).evidence().isExplicit() && choice(story).certainty() >= SURE)
                .count();
        return "  topics: " + facts + " by rule, feed, category or section; " + sure
                + " by words, surely; " + (stories.size() - facts - sure) + " less surely, of which " + borderline
                + (borderline == 1 ? " is" : " are") + " borderline";
    }

    private String line(Story story) {
        TopicChoice choice = choice(story);
        return String.format(
                Locale.ROOT,
                "    %.0f %% %s, or %s: %s",
                100 * choice.certainty(),
                name(choice.topic().orElse(TopicChoice.OTHER)),
                name(choice.rival().orElse(TopicChoice.OTHER)),
                Terminal.printable(story.lead().title()));
    }

    private String name(String topic) {
        Map<String, String> titles = new HashMap<>();
        selection.topics().all().forEach((Topic some) -> titles.put(some.id(), some.title()));
        return titles.getOrDefault(topic, "no topic");
    }

    private TopicChoice choice(Story story) {
        return selection.topics().of(story);
    }
}

package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.story.Story;

/**
 * Puts the stories of a newsletter into sections, those of no topic into the last.
 *
 * @param limit how many stories a section holds at most; 0 is no limit
 * @param titleOfMore the heading of the last section, in a language
 */
record Sectioning(Newsletter newsletter, int limit, Function<Locale, String> titleOfMore) {
    /**
     * The sections of an edition.
     *
     * @param topics in their order
     * @param byTopic the stories of each topic's id, the best first
     */
    List<Section> of(List<Topic> topics, Map<String, List<Story>> byTopic) {
        List<Section> sections = new ArrayList<>();
        for (Topic topic : topics) {
            section(topic.id(), topic.title(), byTopic).ifPresent(sections::add);
        }
        String more = sections.isEmpty() ? newsletter.title() : titleOfMore.apply(newsletter.language());
        section(Section.MORE, more, byTopic).ifPresent(sections::add);
        return sections;
    }

    private Optional<Section> section(String topic, String title, Map<String, List<Story>> byTopic) {
        List<Story> all = byTopic.getOrDefault(topic, List.of());
        int most = limit == 0 ? all.size() : limit;
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(topic, title, all.subList(0, Math.min(most, all.size()))));
    }
}

package org.broadsheet.topic;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the topic that the articles of a story agree on. */
public final class StoryTopic {
    /** What is impossible for one article should not be impossible for all. */
    private static final double LEAST = 1e-6;

    private StoryTopic() {}

    /**
     * The topic of a story: what the strongest explicit evidence says most often, or else what is the most likely for all
     * articles together.
     *
     * @param articles the choice of each article, at least one
     */
    public static TopicChoice of(List<TopicChoice> articles) {
        if (articles.size() == 1) {
            return articles.get(0);
        }
        Evidence strongest = articles.stream()
                .map(TopicChoice::evidence)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<TopicChoice> counted = articles.stream()
                .filter(choice -> choice.evidence() == strongest)
                .toList();
        return strongest.isExplicit() ? mostOften(counted) : likeliest(counted);
    }

    private static TopicChoice mostOften(List<TopicChoice> choices) {
        Map<String, List<TopicChoice>> byTopic = choices.stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.topic().orElse(TopicChoice.OTHER), TreeMap::new, Collectors.toList()));
        return byTopic.values().stream()
                .max(Comparator.comparing(List::size))
                .map(most -> most.get(0))
                .orElseThrow();
    }

    private static TopicChoice likeliest(List<TopicChoice> choices) {
        Map<String, Double> logs = new TreeMap<>();
        choices.stream().flatMap(choice -> choice.chances().keySet().stream()).forEach(topic -> logs.put(topic, 0.0));
        if (logs.isEmpty()) {
            return choices.get(0);
        }
        for (TopicChoice choice : choices) {
            logs.replaceAll((topic, sum) ->
                    sum + Math.log(Math.max(LEAST, choice.chances().getOrDefault(topic, 0.0))));
        }
        // The mean, not the sum: articles that tell the same are no independent witnesses.
        double highest = logs.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        Map<String, Double> chances = new LinkedHashMap<>();
        logs.forEach((topic, sum) -> chances.put(topic, Math.exp((sum - highest) / choices.size())));
        double all = chances.values().stream().mapToDouble(Double::doubleValue).sum();
        chances.replaceAll((topic, chance) -> chance / all);
        return best(choices.get(0), chances);
    }

    private static TopicChoice best(TopicChoice like, Map<String, Double> chances) {
        Map.Entry<String, Double> best = chances.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        // What is asked of one article is asked of several together, or merging them would let them in.
        boolean fits = !chances.containsKey(TopicChoice.OTHER) || best.getValue() >= TopicModel.LIKELY;
        Optional<String> topic = Optional.of(best.getKey()).filter(id -> fits && !id.equals(TopicChoice.OTHER));
        boolean doubted = topic.isEmpty() && !best.getKey().equals(TopicChoice.OTHER);
        double certainty = doubted ? 1 - best.getValue() : best.getValue();
        return new TopicChoice(topic, like.evidence(), "its articles together", certainty, chances);
    }
}

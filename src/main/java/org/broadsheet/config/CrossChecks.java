package org.broadsheet.config;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What can be wrong between keys that are each right. */
final class CrossChecks {
    /** The section for stories that no topic claims. */
    private static final String RESERVED_TOPIC = "more";

    private static final Language CRON = new Language("a Quartz cron expression", "\"0 0 7 ? * MON-FRI\"");
    private static final Language QUERY = new Language("a query", "`title:hafen AND NOT category:sport`");

    /** What a value should be, as a problem says it. */
    private record Language(String name, String example) {}

    private final Syntaxes syntaxes;

    CrossChecks(Syntaxes syntaxes) {
        this.syntaxes = syntaxes;
    }

    /** Works on whatever could be read, so that its problems come together with all the others. */
    void newsletter(Map<String, Bound> bound, Problems problems) {
        List<Bound> topics = all(bound, "topics\\[\\d+]\\.id");
        noFeeds(bound, problems);
        all(bound, "schedule\\.cron").forEach(text -> bad(text, syntaxes.cron(), CRON, problems));
        all(bound, "topics\\[\\d+]\\.must(-not)?").forEach(text -> bad(text, syntaxes.query(), QUERY, problems));
        reservedTopic(topics, problems);
        repeated(topics, id -> "topic " + id.spoken() + " stands here twice; give one of the two another id", problems);
        repeated(
                all(bound, "feeds\\[\\d+]\\.url"),
                url -> "this feed stands here twice; remove one of the two",
                problems);
        if (!problems.anyAt("topics(\\[\\d+](\\.id)?)?")) {
            unknownTopics(all(bound, "feeds\\[\\d+]\\.topic"), topics, problems);
        }
    }

    private static List<Bound> all(Map<String, Bound> bound, String pathPattern) {
        return bound.entrySet().stream()
                .filter(entry -> entry.getKey().matches(pathPattern))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void noFeeds(Map<String, Bound> bound, Problems problems) {
        Bound feeds = bound.get("feeds");
        if (feeds != null && !problems.anyAt("feeds.*") && feeds.value().equals(List.of())) {
            problems.add(feeds.node(), feeds.path(), "a newsletter needs at least one feed");
        }
    }

    private static void bad(Bound text, Syntax syntax, Language language, Problems problems) {
        boolean shown = text.names().isEmpty();
        syntax.problem(text.value().toString())
                .ifPresent(words -> problems.add(
                        text.node(),
                        text.path(),
                        shown
                                ? "not " + language.name() + " such as " + language.example() + ": " + words
                                : text.spoken() + " is not " + language.name()));
    }

    private static void reservedTopic(List<Bound> topics, Problems problems) {
        topics.stream()
                .filter(id -> id.value().toString().toLowerCase(Locale.ROOT).equals(RESERVED_TOPIC))
                .forEach(id -> problems.add(
                        id.node(), id.path(), "`more` is the section for everything else; give the topic another id"));
    }

    private static void repeated(List<Bound> values, Function<Bound, String> message, Problems problems) {
        Map<Object, Bound> first = new HashMap<>();
        for (Bound value : values) {
            Bound earlier = first.putIfAbsent(identity(value.value()), value);
            if (earlier != null) {
                String line =
                        "; the first is in line " + Place.of(earlier.node()).line();
                problems.add(value.node(), value.path(), message.apply(value) + line);
            }
        }
    }

    private static Object identity(Object value) {
        return value instanceof URI url ? FeedAddresses.identity(url) : value;
    }

    private static void unknownTopics(List<Bound> references, List<Bound> topics, Problems problems) {
        List<String> ids = topics.stream().map(id -> id.value().toString()).toList();
        for (Bound reference : references) {
            String wanted = reference.value().toString();
            if (!ids.contains(wanted)) {
                problems.add(reference.node(), reference.path(), unknownTopic(reference, wanted, ids));
            }
        }
    }

    private static String unknownTopic(Bound reference, String wanted, List<String> ids) {
        if (ids.isEmpty()) {
            return "there is no topic " + reference.spoken() + "; this newsletter has no topics";
        }
        boolean shown = reference.names().isEmpty();
        String known = "; the topics are " + String.join(", ", ids);
        String hint = shown
                ? Suggestion.nearest(wanted, ids).map(Suggestion::question).orElse(known)
                : known;
        return "there is no topic " + reference.spoken() + hint;
    }
}

package org.broadsheet.config;

import java.util.List;
import java.util.Optional;

/** A named group of articles that an admin defines; a section of the digest. */
public record Topic(
        @Key(doc = "A short name for other keys to refer to: letters, digits, - and _.", example = "ki")
        String id,

        @Key(doc = "The section's heading.", example = "Künstliche Intelligenz")
        String title,

        @Key(doc = "Words or phrases; an article that uses them, inflected or not, belongs here.", byDefault = "[]")
        List<String> keywords,

        @Key(doc = "Categories, as feeds name them, that belong here.", byDefault = "[]")
        List<String> categories,

        @Key(
                doc = "A Lucene query over `title`, `summary`, `category` and `source`; what it finds belongs here.",
                example = "title:wärmepumpe AND category:(energie OR wohnen)")
        Optional<String> must,

        @Key(doc = "A Lucene query; what it finds does not belong here.", example = "horoskop OR title:gewinnspiel")
        Optional<String> mustNot,

        @Key(
                doc = "How much its stories count where stories of several topics compete: a number from 0.1 to 10.",
                byDefault = "1")
        double weight) {

    public Topic {
        if (!id.matches("[\\p{L}\\p{N}_-]+")) {
            throw new IllegalArgumentException("id: '" + id + "' may hold only letters, digits, - and _");
        }
        keywords = List.copyOf(keywords);
        categories = List.copyOf(categories);
        Weights.check(weight);
    }

    /** A topic that says nothing yet of what belongs to it. */
    public static Topic named(String id, String title) {
        return new Topic(id, title, List.of(), List.of(), Optional.empty(), Optional.empty(), 1);
    }
}

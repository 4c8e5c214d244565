package org.broadsheet.config;

import java.util.List;

/** A named group of articles that an admin defines; a section of the digest. */
public record Topic(
        @Key(doc = "A short name for other keys to refer to: letters, digits, - and _.", example = "ki")
        String id,

        @Key(doc = "The section's heading.", example = "Künstliche Intelligenz")
        String title,

        @Key(doc = "Words or phrases; an article that uses them, inflected or not, belongs here.", byDefault = "[]")
        List<String> keywords,

        @Key(doc = "Categories, as feeds name them, that belong here.", byDefault = "[]")
        List<String> categories) {

    public Topic {
        if (!id.matches("[\\p{L}\\p{N}_-]+")) {
            throw new IllegalArgumentException("id: '" + id + "' may hold only letters, digits, - and _");
        }
        keywords = List.copyOf(keywords);
        categories = List.copyOf(categories);
    }
}

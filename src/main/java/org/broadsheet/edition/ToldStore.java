package org.broadsheet.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.Lazy;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows what the editions of a newsletter told. Which stories those were, and in which order, stands in their contents;
 * which of the stored articles these are is noted beside them.
 */
final class ToldStore {
    private final Database database;
    private final Lazy<JsonMapper> mapper =
            new Lazy<>(() -> JsonMapper.builder().build());

    ToldStore(Database database) {
        this.database = database;
    }

    private record Kept(String id, Instant madeAt, String contents) {}

    private record Carrying(String article, String story, boolean update) {}

    /** The stories of the editions made after an instant and up to another, edition by edition, the oldest first. */
    List<Told> told(String newsletter, Instant after, Instant until) {
        return database.read(handle -> {
            List<Told> told = new ArrayList<>();
            for (Kept edition : editions(handle, newsletter, after, until)) {
                told.addAll(stories(edition, carried(handle, edition)));
            }
            return told;
        });
    }

    private static List<Kept> editions(Handle handle, String newsletter, Instant after, Instant until) {
        return handle.createQuery("""
                        select id, made_at, contents from edition
                        where newsletter = :newsletter and week is null and made_at > :after and made_at <= :until
                        order by made_at, scheduled_for
                        """)
                .bind("newsletter", newsletter)
                .bind("after", after.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new Kept(
                        row.getString("id"), Instant.ofEpochMilli(row.getLong("made_at")), row.getString("contents")))
                .list();
    }

    /** By the link, which is what an edition's contents know an article by; a stored article keeps its link. */
    private static Map<String, Carrying> carried(Handle handle, Kept edition) {
        Map<String, Carrying> byLink = new HashMap<>();
        handle.createQuery("""
                        select a.url, ea.article_id, coalesce(ea.story, ea.article_id) as story_id, ea.is_update
                        from edition_article ea join article a on a.id = ea.article_id
                        where ea.edition_id = :edition
                        """)
                .bind("edition", edition.id())
                .map((row, context) -> Map.entry(
                        row.getString("url"),
                        new Carrying(
                                row.getString("article_id"), row.getString("story_id"), row.getInt("is_update") == 1)))
                .forEach(entry -> byLink.put(entry.getKey(), entry.getValue()));
        return byLink;
    }

    private List<Told> stories(Kept edition, Map<String, Carrying> byLink) {
        List<Told> stories = new ArrayList<>();
        for (JsonNode section : mapper.get().readTree(edition.contents()).path("sections")) {
            for (JsonNode story : section.path("stories")) {
                List<Carrying> articles = story.path("articles")
                        .valueStream()
                        .map(article -> byLink.get(article.path("url").asString("")))
                        .filter(Objects::nonNull)
                        .toList();
                if (!articles.isEmpty()) {
                    stories.add(new Told(
                            articles.get(0).story(),
                            section.path("topic").asString(""),
                            articles.get(0).update(),
                            edition.madeAt(),
                            articles.stream().map(Carrying::article).toList()));
                }
            }
        }
        return stories;
    }
}

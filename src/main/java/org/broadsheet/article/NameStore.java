package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Knows stored articles by any of their names. */
final class NameStore {
    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final Map<String, String> ids = new HashMap<>();

    NameStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * The ids of those articles that are stored. Two entries of one fetch are two articles, however alike: only its
     * page leads an entry to an article that another entry was led to already.
     */
    Map<FoundArticle, String> known(Collection<FoundArticle> found) {
        ids.putAll(stored(found));
        Map<FoundArticle, String> known = new LinkedHashMap<>();
        Set<String> led = new HashSet<>();
        int most = found.stream().mapToInt(some -> some.names().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (FoundArticle some : found) {
                String id = i < some.names().size() ? ids.get(some.names().get(i)) : null;
                if (id != null && !known.containsKey(some) && (i == 0 || !led.contains(id))) {
                    known.put(some, id);
                    led.add(id);
                }
            }
        }
        return known;
    }

    private Map<String, String> stored(Collection<FoundArticle> found) {
        List<String> names =
                found.stream().flatMap(some -> some.names().stream()).distinct().toList();
        Map<String, String> stored = new HashMap<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            handle.createQuery("select name, article_id from article_key where name in (<names>)")
                    .bindList("names", new ArrayList<>(names.subList(from, Math.min(names.size(), from + AT_ONCE))))
                    .map((row, context) -> Map.entry(row.getString("name"), row.getString("article_id")))
                    .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        }
        return stored;
    }

    /** By what an article is known again. */
    List<String> names(String id) {
        return handle.createQuery("select name from article_key where article_id = :id order by name")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    /** Lets articles be known by all their names; a name that is another's stays with that. */
    void add(Map<FoundArticle, String> articles) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into article_key (name, article_id) values (:name, :id) on conflict (name) do nothing");
        articles.forEach((found, id) -> found.names().stream()
                .filter(name -> !ids.containsKey(name))
                .forEach(name -> batch.bind("name", name).bind("id", id).add()));
        batch.execute();
    }
}

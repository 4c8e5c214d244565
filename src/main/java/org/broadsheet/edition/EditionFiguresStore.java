package org.broadsheet.edition;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.Lazy;
import org.broadsheet.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be told of editions without reading their mails. */
public final class EditionFiguresStore {
    private final Database database;
    private final Lazy<JsonMapper> mapper =
            new Lazy<>(() -> JsonMapper.builder().build());

    /** Editions of that database. */
    public EditionFiguresStore(Database database) {
        this.database = database;
    }

    /**
     * An edition in a list.
     *
     * @param week which week's round-up it is; empty for any other edition
     * @param topics the ids of those that it told stories of
     */
    public record EditionFigures(
            String id,
            String newsletter,
            String subject,
            Instant scheduledFor,
            Instant madeAt,
            Optional<Week> week,
            Set<String> topics) {
        public EditionFigures {
            topics = Set.copyOf(topics);
        }
    }

    /** The editions and round-ups made since an instant, newest first, at most that many. */
    public List<EditionFigures> since(Instant since, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, newsletter, subject, scheduled_for, made_at, week, contents from edition
                        where made_at >= :since order by made_at desc, id limit :limit
                        """)
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new EditionFigures(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        Instant.ofEpochMilli(row.getLong(5)),
                        Optional.ofNullable(row.getString(6)).flatMap(Week::parse),
                        topics(row.getString(7))))
                .list());
    }

    private Set<String> topics(String contents) {
        Set<String> topics = new LinkedHashSet<>();
        for (JsonNode section : mapper.get().readTree(contents).path("sections")) {
            topics.add(section.path("topic").asString(""));
        }
        return topics;
    }

    /** How many editions of a newsletter there are, round-ups left out. */
    public long count(String newsletter) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from edition where newsletter = :newsletter and week is null")
                .bind("newsletter", newsletter)
                .mapTo(Long.class)
                .one());
    }
}

package org.broadsheet.subscriber;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** All that is kept about one reader: to be looked at, and to be deleted. Safe for use by many threads and processes. */
public final class ReaderDataStore {
    private static final int KEY_BYTES = 32;

    /** What refers to a subscriber. */
    private static final List<String> TABLES = List.of("delivery", "consent", "address_change", "subscription");

    /** A row as a list of its columns; an instant is a column that ends in {@code _at}, {@code since} or the like. */
    private static final RowMapper<Map<String, Object>> ROW = (row, context) -> {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnLabel(i);
            Object value = row.getObject(i);
            if (value != null) {
                values.put(
                        name,
                        value instanceof Long millis
                                ? Instant.ofEpochMilli(millis).toString()
                                : value);
            }
        }
        return values;
    };

    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    /** Readers of that database. */
    public ReaderDataStore(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Everything about a reader, as texts, numbers, lists and maps by their names in the database; instants as ISO 8601.
     * Empty when there is nothing.
     */
    public Map<String, Object> all(String subscriberId) {
        return database.read(handle -> {
            Map<String, Object> all = new LinkedHashMap<>();
            List<Map<String, Object>> reader =
                    rows(handle, "select id, email, name, created_at from subscriber where id = :id", subscriberId);
            if (!reader.isEmpty()) {
                all.put("subscriber", reader.get(0));
                all.put("subscriptions", rows(handle, """
                        select newsletter, state, source, since, topics, language, frequency, time_zone, deliver_at,
                            paused_until
                        from subscription where subscriber_id = :id order by newsletter
                        """, subscriberId));
                all.put("consents", rows(handle, """
                        select newsletter, email, words, asked_at, asked_from, confirmed_at, confirmed_from
                        from consent where subscriber_id = :id order by confirmed_at
                        """, subscriberId));
                all.put("deliveries", rows(handle, """
                        select e.newsletter, e.subject, d.state, d.updated_at
                        from delivery d join edition e on e.id = d.edition_id
                        where d.subscriber_id = :id order by d.updated_at
                        """, subscriberId));
                all.put("suppressions", rows(handle, """
                        select x.reason, x.since from suppression x join subscriber s on s.canonical = x.canonical
                        where s.id = :id
                        """, subscriberId));
                all.put("bounces", rows(handle, """
                        select b.newsletter, b.kind, b.status, b.severity, b.reason, b.came_at
                        from bounce b join subscriber s on s.canonical = b.canonical
                        where s.id = :id order by b.came_at
                        """, subscriberId));
            }
            return all;
        });
    }

    private static List<Map<String, Object>> rows(Handle handle, String query, String subscriberId) {
        return handle.createQuery(query).bind("id", subscriberId).map(ROW).list();
    }

    /** Deletes a reader at once, with all that is known; a hash of the address stays, so that no import brings it back. */
    public void forget(String subscriberId) {
        byte[] freshKey = new byte[KEY_BYTES];
        random.nextBytes(freshKey);
        database.change(handle -> canonical(handle, subscriberId).ifPresent(canonical -> {
            ForgottenStore.add(handle, canonical, freshKey, clock.millis());
            delete(handle, subscriberId, canonical);
        }));
    }

    private static Optional<String> canonical(Handle handle, String subscriberId) {
        return handle.createQuery("select canonical from subscriber where id = :id")
                .bind("id", subscriberId)
                .mapTo(String.class)
                .findOne();
    }

    private static void delete(Handle handle, String subscriberId, String canonical) {
        handle.createUpdate("""
                        delete from service_mail where about in (select id from sign_up where canonical = :canonical)
                        or about in (select id from address_change where subscriber_id = :id)
                        """)
                .bind("id", subscriberId)
                .bind("canonical", canonical)
                .execute();
        for (String table : List.of("sign_up", "suppression", "bounce")) {
            handle.createUpdate("delete from " + table + " where canonical = :canonical")
                    .bind("canonical", canonical)
                    .execute();
        }
        for (String table : TABLES) {
            handle.createUpdate("delete from " + table + " where subscriber_id = :id")
                    .bind("id", subscriberId)
                    .execute();
        }
        handle.createUpdate("delete from subscriber where id = :id")
                .bind("id", subscriberId)
                .execute();
    }
}

package org.broadsheet.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.store.Database;

/** Tells what a subscriber was sent, and what became of it. */
public final class DeliveryHistoryStore {
    private final Database database;

    /** The history in that database. */
    public DeliveryHistoryStore(Database database) {
        this.database = database;
    }

    /**
     * A delivery of the past.
     *
     * @param at when that was settled, or last looked at
     * @param subject of the edition
     * @param attempts how often it was tried
     * @param reply of the mail server, or another reason
     */
    public record PastDelivery(
            Instant at, String newsletter, String subject, DeliveryState state, int attempts, Optional<String> reply) {}

    /** The deliveries of the newest editions to a subscriber, newest first, at most that many. */
    public List<PastDelivery> of(String subscriberId, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select d.updated_at, e.newsletter, e.subject, d.state, d.attempts, d.last_reply
                        from edition e join delivery d on d.edition_id = e.id and d.subscriber_id = :subscriber
                        order by d.updated_at desc limit :limit
                        """)
                .bind("subscriber", subscriberId)
                .bind("limit", limit)
                .map((row, context) -> new PastDelivery(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        DeliveryState.of(row.getString(4)),
                        row.getInt(5),
                        Optional.ofNullable(row.getString(6))))
                .list());
    }
}

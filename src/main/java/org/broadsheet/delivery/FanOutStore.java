package org.broadsheet.delivery;

import java.time.Clock;
import java.util.List;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.OwnHour;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes into the ledger to whom an edition is owed, in one transaction and one statement, however many they are: to each
 * confirmed reader who chose that kind of edition, in the form and at the hour that this reader chose.
 */
public final class FanOutStore {
    private final Database database;
    private final Clock clock;

    /** Writes into the ledger of that database. */
    public FanOutStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes down what an edition owes to whom, once: a second call changes nothing, and whoever subscribes later does
     * not get it.
     *
     * @param hours the times of day that readers of the newsletter chose
     * @return how many deliveries were written
     */
    public int fanOut(Owed owed, List<OwnHour> hours) {
        return database.write(handle -> {
            int first = handle.createUpdate(
                            "update edition set fanned_out = :now where id = :id and fanned_out is null")
                    .bind("now", clock.millis())
                    .bind("id", owed.editionId())
                    .execute();
            if (first == 0) {
                return 0;
            }
            note(handle, owed, hours);
            return insert(handle, owed);
        });
    }

    /** A join finds the instant for each reader, since no database knows all that time zones do. */
    private void note(Handle handle, Owed owed, List<OwnHour> hours) {
        if (hours.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_hour (edition_id, time_zone, deliver_at, due)
                values (:edition, :zone, :deliverAt, :due)
                """);
        for (OwnHour hour : hours) {
            long due = hour.from(owed.scheduledFor()).toEpochMilli();
            batch.bind("edition", owed.editionId())
                    .bind("zone", hour.timeZone())
                    .bind("deliverAt", hour.deliverAt())
                    .bind("due", Math.max(due, clock.millis()))
                    .add();
        }
        batch.execute();
    }

    private int insert(Handle handle, Owed owed) {
        return handle.createUpdate("""
                        insert into delivery (edition_id, subscriber_id, state, variant, next_attempt, expires, updated_at)
                        select :edition, u.subscriber_id, 'queued', c.variant,
                            coalesce(h.due, :now), coalesce(h.due, :now) + :life, :now
                        from subscription u join subscriber s on s.id = u.subscriber_id
                        left join edition_choice c on c.edition_id = :edition
                            and c.language = coalesce(u.language, '') and c.topics = u.topics
                        left join edition_hour h on h.edition_id = :edition
                            and h.time_zone = u.time_zone and h.deliver_at = u.deliver_at
                        where u.newsletter = :newsletter and u.state = 'confirmed'
                        and coalesce(u.paused_until, 0) <= :now
                        and u.frequency = :frequency
                        and coalesce(c.variant, 'whole') <> ''
                        and not exists (select 1 from suppression x where x.canonical = s.canonical)
                        on conflict (edition_id, subscriber_id) do nothing
                        """)
                .bind("edition", owed.editionId())
                .bind("newsletter", owed.newsletter())
                .bind("life", owed.life().toMillis())
                .bind("frequency", owed.readers().stored())
                .bind("now", clock.millis())
                .execute();
    }
}

package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.store.Database;

/** Which editions wait for the admin. Safe for use by many threads and processes. */
public final class EditionPauseStore {
    private final Database database;
    private final Clock clock;

    /** The pauses in that database. */
    public EditionPauseStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets an edition wait; one that was let go on before is not stopped again. */
    public void pause(String editionId, String reason) {
        database.change(handle -> handle.createUpdate("""
                        insert into edition_pause (edition_id, since, reason) values (:edition, :now, :reason)
                        on conflict (edition_id) do nothing
                        """)
                .bind("edition", editionId)
                .bind("now", clock.millis())
                .bind("reason", reason)
                .execute());
    }

    /** Lets an edition go on that waits, whatever is refused from now on; returns whether it waited. */
    public boolean lift(String editionId) {
        return database.write(handle -> handle.createUpdate(
                                "update edition_pause set lifted = :now where edition_id = :edition and lifted is null")
                        .bind("edition", editionId)
                        .bind("now", clock.millis())
                        .execute())
                > 0;
    }

    /** Whether an edition waits now. */
    public boolean waits(String editionId) {
        return reason(editionId).isPresent();
    }

    /** Why an edition waits; empty when it does not. */
    public Optional<String> reason(String editionId) {
        return find(editionId).filter(pause -> !pause.lifted()).map(EditionPause::reason);
    }

    /** Whether an edition waits, or did. */
    public Optional<EditionPause> find(String editionId) {
        return database.read(handle -> handle.createQuery(
                        "select since, reason, lifted from edition_pause where edition_id = :edition")
                .bind("edition", editionId)
                .map((row, context) -> new EditionPause(
                        Instant.ofEpochMilli(row.getLong("since")),
                        row.getString("reason"),
                        row.getString("lifted") != null))
                .findOne());
    }
}

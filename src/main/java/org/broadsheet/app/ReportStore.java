package org.broadsheet.app;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.store.Database;

/** Remembers for which due time the weekly report was sent last. */
final class ReportStore {
    private final Database database;

    ReportStore(Database database) {
        this.database = database;
    }

    /** The due time of the last report that was sent. */
    Optional<Instant> last() {
        return database.read(handle -> handle.createQuery("select value from setting where name = 'report-sent'")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** The report of that due time was sent. */
    void sent(Instant due) {
        database.change(handle -> handle.createUpdate("""
                        insert into setting (name, value) values ('report-sent', :due)
                        on conflict (name) do update set value = excluded.value
                        """)
                .bind("due", String.valueOf(due.toEpochMilli()))
                .execute());
    }
}

package org.broadsheet.subscriber;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Finds out what an import would do. What was seen before stands in a table that only this connection knows and that is
 * dropped in the end, so that a rehearsal takes no more memory than the import, and stands in nobody's way.
 */
final class RehearsalStore {
    private final Database database;
    private final SubscriberStore store;

    RehearsalStore(Database database, SubscriberStore store) {
        this.database = database;
        this.store = store;
    }

    /** Runs something that takes newcomers; none of them is stored. */
    <T> T rehearse(Intake intake, Function<Taking, T> run) {
        return database.read(handle -> {
            handle.execute("create temporary table rehearsed (canonical text primary key)");
            try {
                return run.apply(newcomers -> take(handle, intake, newcomers));
            } finally {
                handle.execute("drop table rehearsed");
            }
        });
    }

    private Map<String, Addition> take(Handle handle, Intake intake, Map<String, Newcomer> newcomers) {
        Map<String, Addition> result = new LinkedHashMap<>();
        Map<String, Known> known = store.known(handle, intake, newcomers.keySet());
        Set<String> first = note(handle, newcomers.keySet());
        for (String canonical : first) {
            Known before = known.get(canonical);
            result.put(canonical, before == null ? Addition.ADDED : before.addition());
        }
        return result;
    }

    /** Those that were not seen before. */
    private static Set<String> note(Handle handle, Set<String> canonicals) {
        Set<String> fresh = new LinkedHashSet<>(canonicals);
        handle.createQuery("select canonical from rehearsed where canonical in (<canonicals>)")
                .bindList("canonicals", List.copyOf(canonicals))
                .mapTo(String.class)
                .forEach(fresh::remove);
        PreparedBatch batch = handle.prepareBatch("insert into rehearsed (canonical) values (:canonical)");
        fresh.forEach(canonical -> batch.bind("canonical", canonical).add());
        batch.execute();
        return fresh;
    }
}

package org.broadsheet.image;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Remembers what became of pictures, for a while and up to a number, so that no server is asked twice in a row. */
public final class PictureStore {
    private static final int MOST = 4_000;

    private final Database database;

    public PictureStore(Database database) {
        this.database = database;
    }

    /** What is known of some pictures at an instant: the picture, or empty when it is known that there is none. */
    Map<Wanted, Optional<Picture>> find(Collection<Wanted> wanted, Instant now) {
        return database.read(handle -> {
            Map<Wanted, Optional<Picture>> found = new HashMap<>();
            for (Wanted one : wanted) {
                handle.createQuery("select type, data from picture where id = :id and good_until > :now")
                        .bind("id", id(one))
                        .bind("now", now.toEpochMilli())
                        .map(PictureStore::picture)
                        .findOne()
                        .ifPresent(picture -> found.put(one, picture));
            }
            return found;
        });
    }

    private static Optional<Picture> picture(ResultSet row, StatementContext context) throws SQLException {
        String type = row.getString("type");
        ByteString data = type == null ? null : ByteString.decodeBase64(row.getString("data"));
        return data == null ? Optional.empty() : Optional.of(new Picture(type, data));
    }

    /** Writes down what became of pictures, and forgets what is old. */
    void keep(Map<Wanted, PictureOutcome> outcomes, Instant now) {
        if (outcomes.isEmpty()) {
            return;
        }
        database.change(handle -> {
            insert(handle, outcomes, now);
            handle.createUpdate("delete from picture where good_until <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            handle.createUpdate("""
                            delete from picture where id in (
                                select id from picture order by fetched_at desc, id limit 1000000 offset :most)
                            """).bind("most", MOST).execute();
        });
    }

    private static void insert(Handle handle, Map<Wanted, PictureOutcome> outcomes, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into picture (id, source, type, data, fetched_at, good_until)
                values (:id, :source, :type, :data, :fetchedAt, :goodUntil)
                on conflict (id) do update set type = excluded.type, data = excluded.data,
                    fetched_at = excluded.fetched_at, good_until = excluded.good_until
                """);
        outcomes.forEach((wanted, outcome) -> {
            Optional<Picture> made =
                    outcome instanceof PictureOutcome.Made some ? Optional.of(some.picture()) : Optional.empty();
            batch.bind("id", id(wanted))
                    .bind("source", wanted.source().toString())
                    .bind("type", made.map(Picture::type).orElse(null))
                    .bind("data", made.map(picture -> picture.bytes().base64()).orElse(null))
                    .bind("fetchedAt", now.toEpochMilli())
                    .bind("goodUntil", now.plus(wanted.shape().holds(outcome)).toEpochMilli())
                    .add();
        });
        batch.execute();
    }

    /** An address may be longer than what PostgreSQL takes into an index. */
    private static String id(Wanted wanted) {
        return ByteString.encodeUtf8(wanted.shape() + " " + wanted.source())
                .sha256()
                .hex();
    }
}

package org.broadsheet.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.feed.FeedState.Patience;
import org.broadsheet.feed.repair.Repair;
import org.broadsheet.net.Validators;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Remembers how each feed stands with its server, so that the next fetch is polite and transfers only what is new. */
public final class FeedStore {
    private final Database database;

    public FeedStore(Database database) {
        this.database = database;
    }

    /** How a feed stands; empty for one that was never asked. */
    public Optional<FeedState> state(URI feed) {
        return database.read(handle -> handle.createQuery("select * from feed where url = :url")
                .bind("url", feed.toString())
                .map(FeedStore::state)
                .findOne());
    }

    /** The titles that feeds give themselves, by address; feeds never read or without a title are missing. */
    public Map<URI, String> titles(Collection<URI> feeds) {
        Map<URI, String> titles = new HashMap<>();
        for (URI feed : feeds) {
            state(feed)
                    .map(FeedState::title)
                    .filter(title -> !title.isEmpty())
                    .ifPresent(title -> titles.put(feed, title));
        }
        return titles;
    }

    /**
     * Notes that a feed was read; part of the transaction that stores its articles, so that neither is without the
     * other.
     *
     * @param movedTo where it was found, when not at its own address
     */
    public void read(Handle handle, URI feed, FetchOutcome.New found, Optional<URI> movedTo, Visit visit) {
        Update update = handle.createUpdate("""
                        insert into feed (url, title, language, etag, last_modified, format, repairs, entries, moved_to,
                            checked_at, read_at, not_before)
                        values (:url, :title, :language, :etag, :lastModified, :format, :repairs, :entries, :movedTo,
                            :at, :at, :notBefore)
                        on conflict (url) do update set title = excluded.title, language = excluded.language,
                            etag = excluded.etag, last_modified = excluded.last_modified, format = excluded.format,
                            repairs = excluded.repairs, entries = excluded.entries, moved_to = excluded.moved_to,
                            checked_at = excluded.checked_at, read_at = excluded.read_at,
                            not_before = excluded.not_before, retry_at = null, failing_since = null, gone_at = null,
                            failures = 0, last_error = null
                        """);
        FeedDocument document = found.document();
        bind(update, feed, visit)
                .bind("title", document.title())
                .bind("language", document.language().map(Locale::toLanguageTag))
                .bind("etag", found.validators().etag())
                .bind("lastModified", found.validators().lastModified())
                .bind("format", document.format())
                .bind("repairs", Repair.labels(document.repairs()))
                .bind("entries", document.entries().size())
                .bind("movedTo", movedTo.map(URI::toString))
                .execute();
    }

    /** Notes that a feed is as it was, or what was wrong with it. */
    public void checked(URI feed, Optional<String> problem, Visit visit) {
        database.change(handle -> bind(handle.createUpdate("""
                        insert into feed (url, checked_at, failures, last_error, not_before, retry_at, failing_since, gone_at)
                        values (:url, :at, :failures, :problem, :notBefore, :retryAt, :failingSince, :goneAt)
                        on conflict (url) do update set checked_at = excluded.checked_at,
                            failures = case when excluded.failures = 0 then 0 else feed.failures + 1 end,
                            last_error = excluded.last_error, not_before = excluded.not_before,
                            retry_at = excluded.retry_at, failing_since = excluded.failing_since,
                            gone_at = excluded.gone_at
                        """), feed, visit)
                .bind("failures", problem.isPresent() ? 1 : 0)
                .bind("problem", problem)
                .bind("retryAt", millis(visit.patience().retryAt()))
                .bind("failingSince", millis(visit.patience().failingSince()))
                .bind("goneAt", millis(visit.patience().goneAt()))
                .execute());
    }

    /** When a feed was asked, and until when it is left alone. */
    public record Visit(Instant at, Patience patience) {}

    private static Update bind(Update update, URI feed, Visit visit) {
        return update.bind("url", feed.toString())
                .bind("at", visit.at().toEpochMilli())
                .bind("notBefore", millis(visit.patience().notBefore()));
    }

    /**
     * Lets a feed be asked again at once, whatever its server said.
     *
     * @return whether there is such a feed
     */
    public boolean resume(URI feed) {
        return database.write(
                handle -> handle.createUpdate("""
                                update feed set gone_at = null, not_before = null, retry_at = null, failures = 0
                                where url = :url
                                """).bind("url", feed.toString()).execute() > 0);
    }

    private static FeedState state(ResultSet row, StatementContext context) throws SQLException {
        return new FeedState(
                URI.create(row.getString("url")),
                text(row, "title").orElse(""),
                text(row, "format").orElse(""),
                Repair.ofLabels(text(row, "repairs").orElse("")),
                row.getInt("entries"),
                Instant.ofEpochMilli(row.getLong("checked_at")),
                instant(row, "read_at"),
                new Validators(text(row, "etag"), text(row, "last_modified")),
                text(row, "moved_to").map(URI::create),
                row.getInt("failures"),
                text(row, "last_error"),
                new Patience(
                        instant(row, "not_before"),
                        instant(row, "retry_at"),
                        instant(row, "failing_since"),
                        instant(row, "gone_at")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }
}

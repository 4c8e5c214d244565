package org.broadsheet.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.net.Validators;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;

/** Remembers of each feed what its server said last, so that the next fetch transfers only what is new. */
public final class FeedStore {
    private final Database database;

    public FeedStore(Database database) {
        this.database = database;
    }

    /** The validators of the version read last; none for a feed that was never read. */
    public Validators validators(URI feed) {
        return database.read(handle -> handle.createQuery("select etag, last_modified from feed where url = :url")
                .bind("url", feed.toString())
                .map((row, context) -> new Validators(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))))
                .findOne()
                .orElse(Validators.NONE));
    }

    /** The titles that feeds give themselves, by address; feeds never read or without a title are missing. */
    public Map<URI, String> titles(Collection<URI> feeds) {
        return database.read(handle -> {
            Map<URI, String> titles = new HashMap<>();
            for (URI feed : feeds) {
                handle.createQuery("select title from feed where url = :url and title <> ''")
                        .bind("url", feed.toString())
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(title -> titles.put(feed, title));
            }
            return titles;
        });
    }

    /** Notes that a feed was read; part of the transaction that stores its articles, so that neither is without the other. */
    public void read(Handle handle, URI feed, FetchOutcome.New found, Instant at) {
        handle.createUpdate("""
                        insert into feed (url, title, language, etag, last_modified, checked_at, read_at)
                        values (:url, :title, :language, :etag, :lastModified, :at, :at)
                        on conflict (url) do update set title = excluded.title, language = excluded.language,
                            etag = excluded.etag, last_modified = excluded.last_modified,
                            checked_at = excluded.checked_at, read_at = excluded.read_at,
                            failures = 0, last_error = null
                        """)
                .bind("url", feed.toString())
                .bind("title", found.document().title())
                .bind("language", found.document().language().map(Locale::toLanguageTag))
                .bind("etag", found.validators().etag())
                .bind("lastModified", found.validators().lastModified())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** Notes that a feed is as it was, or what was wrong with it. */
    public void checked(URI feed, Optional<String> problem, Instant at) {
        database.change(handle -> handle.createUpdate("""
                        insert into feed (url, checked_at, failures, last_error)
                        values (:url, :at, :failures, :problem)
                        on conflict (url) do update set checked_at = excluded.checked_at,
                            failures = case when excluded.failures = 0 then 0 else feed.failures + 1 end,
                            last_error = excluded.last_error
                        """)
                .bind("url", feed.toString())
                .bind("at", at.toEpochMilli())
                .bind("failures", problem.isPresent() ? 1 : 0)
                .bind("problem", problem)
                .execute());
    }
}

package org.broadsheet.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the texts of articles' pages, and which pages were asked.
 *
 * <p>An empty text says that there is none to be had; no text and a time, that it may work another time.
 */
public final class FullTextStore {
    private final Database database;

    public FullTextStore(Database database) {
        this.database = database;
    }

    /**
     * An article whose page is to be read.
     *
     * @param summary what its feed tells
     */
    record Wanted(String id, URI page, String summary) {}

    /**
     * Which articles' pages to read.
     *
     * @param seenSince only articles that came to light since then
     * @param triedBefore none that was asked for later than that
     */
    record Due(Instant seenSince, Instant triedBefore, int most) {}

    /** The articles of these feeds whose text is not known yet, the newest first. */
    List<Wanted> wanted(Collection<URI> feeds, Due due) {
        if (feeds.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery("""
                        select distinct a.id, a.url, a.summary, a.published
                        from article a
                        join feed_article fa on fa.article_id = a.id
                        where fa.feed_url in (<feeds>)
                          and a.full_text is null
                          and a.first_seen >= :seenSince
                          and (a.page_checked is null or a.page_checked < :triedBefore)
                        order by a.published desc, a.id
                        limit :most
                        """)
                .bindList("feeds", feeds.stream().map(URI::toString).toList())
                .bind("seenSince", due.seenSince().toEpochMilli())
                .bind("triedBefore", due.triedBefore().toEpochMilli())
                .bind("most", due.most())
                .map(FullTextStore::row)
                .list());
    }

    private static Wanted row(ResultSet row, StatementContext context) throws SQLException {
        return new Wanted(row.getString("id"), URI.create(row.getString("url")), row.getString("summary"));
    }

    /** Stores a text, and what the feed did not have: the picture, a summary. */
    void found(Wanted article, PageText text, String summary, Instant at) {
        database.change(handle -> handle.createUpdate("""
                        update article set full_text = :text, words = :words, summary = :summary,
                            image = coalesce(image, :image), page_checked = :at
                        where id = :id
                        """)
                .bind("id", article.id())
                .bind("text", text.text())
                .bind("words", text.words())
                .bind("summary", summary)
                .bind("image", text.image().map(URI::toString))
                .bind("at", at.toEpochMilli())
                .execute());
    }

    /** Notes that there is no text to be had. */
    void none(Wanted article, Instant at) {
        database.change(
                handle -> handle.createUpdate("update article set full_text = '', page_checked = :at where id = :id")
                        .bind("id", article.id())
                        .bind("at", at.toEpochMilli())
                        .execute());
    }

    /** Notes that it was tried. */
    void later(Wanted article, Instant at) {
        database.change(handle -> handle.createUpdate("update article set page_checked = :at where id = :id")
                .bind("id", article.id())
                .bind("at", at.toEpochMilli())
                .execute());
    }
}

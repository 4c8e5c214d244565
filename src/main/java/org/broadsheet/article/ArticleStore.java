package org.broadsheet.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps articles, each once, however often and in how many feeds it is seen. */
public final class ArticleStore {
    private static final String COLUMNS =
            "a.id, a.url, a.title, a.summary, a.image, a.language, a.categories, a.published, a.dated, a.first_seen"
                    + ", a.publisher, a.words";

    private final Database database;

    public ArticleStore(Database database) {
        this.database = database;
    }

    /**
     * Stores the articles of a feed that are not stored yet, and that this feed carries them; the feed itself must be
     * stored.
     *
     * @return how many were new
     */
    public int save(Handle handle, URI feed, Collection<FoundArticle> found) {
        if (found.isEmpty()) {
            return 0;
        }
        PreparedBatch articles = handle.prepareBatch("""
                insert into article
                    (id, identity, url, title, summary, image, language, categories, published, dated, first_seen,
                     publisher, words)
                values
                    (:id, :identity, :url, :title, :summary, :image, :language, :categories, :published, :dated, :seen,
                     :publisher, :words)
                on conflict (identity) do nothing
                """);
        PreparedBatch carried = handle.prepareBatch("""
                insert into feed_article (feed_url, article_id)
                select :feed, id from article where identity = :identity
                on conflict do nothing
                """);
        for (FoundArticle some : found) {
            bind(articles, some);
            carried.bind("feed", feed.toString())
                    .bind("identity", some.identity())
                    .add();
        }
        int added = 0;
        for (int rows : articles.execute()) {
            added += rows;
        }
        carried.execute();
        return added;
    }

    private static void bind(PreparedBatch batch, FoundArticle found) {
        Article article = found.article();
        batch.bind("id", article.id())
                .bind("identity", found.identity())
                .bind("url", article.url().toString())
                .bind("title", article.title())
                .bind("summary", article.summary())
                .bind("image", article.image().map(URI::toString))
                .bind("language", article.language().toLanguageTag())
                .bind("categories", String.join("\n", article.categories()))
                .bind("published", article.published().toEpochMilli())
                .bind("dated", article.dated() ? 1 : 0)
                .bind("seen", article.firstSeen().toEpochMilli())
                .bind("publisher", article.publisher())
                .bind("words", article.words())
                .add();
    }

    /**
     * The articles of some feeds that no edition of the newsletter carried, newest first; an article of several feeds comes once for each of them, with that feed and its title.
     */
    public List<Article> uncarried(String newsletter, Collection<URI> feeds, Recent recent) {
        if (feeds.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                        , f.url as feed_url, f.title as feed_title
                        from article a
                        join feed_article fa on fa.article_id = a.id
                        join feed f on f.url = fa.feed_url
                        where f.url in (<feeds>)
                          and (a.published >= :from or a.first_seen >= :seenFrom and a.published >= :lateFrom)
                          and (a.published <= :until or a.dated = 0)
                          and not exists (
                              select 1 from edition_article ea join edition e on e.id = ea.edition_id
                              where ea.newsletter = :newsletter and ea.article_id = a.id and e.made_at < :madeBefore)
                        order by a.published desc, a.id
                        """)
                .bindList("feeds", feeds.stream().map(URI::toString).toList())
                .bind("newsletter", newsletter)
                .bind("from", recent.from().toEpochMilli())
                .bind("seenFrom", recent.seenFrom().toEpochMilli())
                .bind("lateFrom", recent.lateFrom().toEpochMilli())
                .bind("until", recent.until().toEpochMilli())
                .bind("madeBefore", recent.carriedBefore().toEpochMilli())
                .map(ArticleStore::article)
                .list());
    }

    /**
     * Which articles are recent: published since {@code from}; or come to light since {@code seenFrom}, though
     * published a little earlier, since {@code lateFrom}; none published after {@code until}.
     *
     * @param carriedBefore only editions made before this count as having carried an article
     */
    public record Recent(Instant from, Instant seenFrom, Instant lateFrom, Instant until, Instant carriedBefore) {}

    private static Article article(ResultSet row, StatementContext context) throws SQLException {
        Optional<String> publisher = Optional.ofNullable(row.getString("publisher"));
        Optional<String> title = Optional.ofNullable(row.getString("feed_title"));
        return new Article(
                row.getString("id"),
                URI.create(row.getString("url")),
                row.getString("title"),
                row.getString("summary"),
                Optional.ofNullable(row.getString("image")).map(URI::create),
                Locale.forLanguageTag(row.getString("language")),
                Stream.of(row.getString("categories").split("\n"))
                        .filter(category -> !category.isEmpty())
                        .toList(),
                Instant.ofEpochMilli(row.getLong("published")),
                row.getInt("dated") == 1,
                Instant.ofEpochMilli(row.getLong("first_seen")),
                URI.create(row.getString("feed_url")),
                publisher.or(() -> title).orElse(""),
                publisher,
                row.getInt("words"));
    }
}

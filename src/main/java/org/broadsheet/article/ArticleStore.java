package org.broadsheet.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps articles, each once, however often and in how many feeds it is seen. */
public final class ArticleStore {
    private static final String COLUMNS =
            "a.id, a.url, a.title, a.summary, a.image, a.language, a.categories, a.published, a.dated, a.first_seen"
                    + ", a.publisher, a.words, substr(coalesce(nullif(a.full_text, ''), a.text), 1, 2000) as text";

    private final Database database;

    public ArticleStore(Database database) {
        this.database = database;
    }

    /**
     * Stores the articles of a feed that are not stored yet, corrects those that read otherwise now, and notes that this
     * feed carries them; the feed itself must be stored. When an article was published and first seen never changes.
     */
    public Saved save(Handle handle, URI feed, Collection<FoundArticle> found) {
        if (found.isEmpty()) {
            return new Saved(0, 0);
        }
        NameStore names = new NameStore(handle);
        Map<FoundArticle, String> known = names.known(found);
        Map<FoundArticle, String> ids = new LinkedHashMap<>();
        for (FoundArticle some : found) {
            ids.put(some, known.getOrDefault(some, some.article().id()));
        }
        int added = insert(
                handle, found.stream().filter(some -> !known.containsKey(some)).toList());
        names.add(ids);
        carry(handle, feed, ids.values());
        return new Saved(added, new RevisionStore(handle).correct(feed, known));
    }

    private static int insert(Handle handle, List<FoundArticle> found) {
        PreparedBatch articles = handle.prepareBatch("""
                insert into article
                    (id, identity, url, title, summary, image, language, categories, published, dated, first_seen,
                     publisher, words, text)
                values
                    (:id, :identity, :url, :title, :summary, :image, :language, :categories, :published, :dated, :seen,
                     :publisher, :words, :text)
                on conflict (identity) do nothing
                """);
        found.forEach(some -> bind(articles, some));
        return IntStream.of(articles.execute()).sum();
    }

    private static void carry(Handle handle, URI feed, Collection<String> ids) {
        PreparedBatch carried = handle.prepareBatch(
                "insert into feed_article (feed_url, article_id) values (:feed, :id) on conflict do nothing");
        for (String id : ids) {
            carried.bind("feed", feed.toString()).bind("id", id).add();
        }
        carried.execute();
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
                .bind("text", article.text())
                .add();
    }

    /** All that is kept of the article with a link, however the link is decorated. */
    public Optional<StoredArticle> find(URI link) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                        , a.updated, f.url as feed_url, f.title as feed_title
                        from article a
                        join feed_article fa on fa.article_id = a.id
                        join feed f on f.url = fa.feed_url
                        where a.url = :link or a.id in (select article_id from article_key where name = :name)
                        order by a.first_seen, a.id, f.url
                        """)
                .bind("link", link.toString())
                .bind("name", CanonicalUrl.of(link))
                .map((row, context) -> stored(handle, article(row, context), row.getLong("updated")))
                .findFirst());
    }

    private static StoredArticle stored(Handle handle, Article article, long updated) {
        RevisionStore revisions = new RevisionStore(handle);
        return new StoredArticle(
                article,
                new NameStore(handle).names(article.id()),
                revisions.feeds(article.id()),
                revisions.revisions(article.id()),
                Optional.of(updated).filter(at -> at > 0).map(Instant::ofEpochMilli));
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
     * The articles of some feeds that an edition of the newsletter, made before an instant, carried, and that were
     * published since another; once for each feed.
     */
    public List<Article> carried(String newsletter, Collection<URI> feeds, Instant since, Instant madeBefore) {
        return carried(
                newsletter,
                feeds,
                "e.made_at < :madeBefore and a.published >= :since",
                Map.of("since", since.toEpochMilli(), "madeBefore", madeBefore.toEpochMilli()));
    }

    /**
     * The articles of some feeds that editions of the newsletter carried which were made after an instant and up to
     * another; once for each feed.
     */
    public List<Article> carriedBetween(String newsletter, Collection<URI> feeds, Instant after, Instant until) {
        return carried(
                newsletter,
                feeds,
                "e.newsletter = :newsletter and e.made_at > :after and e.made_at <= :until",
                Map.of("after", after.toEpochMilli(), "until", until.toEpochMilli()));
    }

    private List<Article> carried(String newsletter, Collection<URI> feeds, String which, Map<String, Long> instants) {
        if (feeds.isEmpty()) {
            return List.of();
        }
        return database.read(
                handle -> handle.createQuery("select " + COLUMNS + """
                        , f.url as feed_url, f.title as feed_title
                        from edition_article ea
                        join edition e on e.id = ea.edition_id
                        join article a on a.id = ea.article_id
                        join feed_article fa on fa.article_id = a.id
                        join feed f on f.url = fa.feed_url
                        where ea.newsletter = :newsletter and f.url in (<feeds>)
                          and\s""" + which + " order by a.published desc, a.id")
                        .bindList("feeds", feeds.stream().map(URI::toString).toList())
                        .bind("newsletter", newsletter)
                        .bindMap(instants)
                        .map(ArticleStore::article)
                        .list());
    }

    /**
     * The articles that were first seen after an instant, the earliest first: about so many, but all of the last instant
     * that it comes to, so that none is left out by whoever goes on from there.
     */
    public List<Article> firstSeenAfter(Handle handle, Instant after, int about) {
        return handle.createQuery("select " + COLUMNS + """
                        , coalesce((select min(fa.feed_url) from feed_article fa where fa.article_id = a.id), '')
                        as feed_url, '' as feed_title
                        from article a
                        where a.first_seen > :after and a.first_seen <= coalesce((
                            select b.first_seen from article b where b.first_seen > :after
                            order by b.first_seen limit 1 offset :about), a.first_seen)
                        order by a.first_seen, a.id
                        """)
                .bind("after", after.toEpochMilli())
                .bind("about", about)
                .map(ArticleStore::article)
                .list();
    }

    /** The articles of some feeds that were first seen since an instant, the newest of them, once for each feed. */
    public List<Article> seenSince(Instant since, Collection<URI> feeds, int limit) {
        if (feeds.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                        , f.url as feed_url, f.title as feed_title
                        from article a
                        join feed_article fa on fa.article_id = a.id
                        join feed f on f.url = fa.feed_url
                        where f.url in (<feeds>) and a.first_seen >= :since
                        order by a.first_seen desc, a.published desc, a.id, f.url
                        limit :limit
                        """)
                .bindList("feeds", feeds.stream().map(URI::toString).toList())
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
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
                row.getInt("words"),
                row.getString("text"));
    }
}

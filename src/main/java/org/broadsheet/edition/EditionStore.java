package org.broadsheet.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.edition.Variants.Variant;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps editions: one for each newsletter and due time, never changed. */
public final class EditionStore {
    private static final String COLUMNS =
            "id, newsletter, title, language, scheduled_for, made_at, week, subject, html, plain";

    private final Database database;
    private final EditionJson json = new EditionJson();
    private final EditionPictureStore pictures = new EditionPictureStore();
    private final VariantStore variants = new VariantStore();

    public EditionStore(Database database) {
        this.database = database;
    }

    /** What editions told. */
    ToldStore told() {
        return new ToldStore(database);
    }

    /**
     * Keeps an edition and notes the articles it carries, unless there is one for that newsletter and due time already.
     * A round-up is kept unless there is one for that newsletter and week, and carries nothing: its readers alone get
     * it, and no later edition must leave out for it what others have not read.
     *
     * @param rendered the edition in all its forms
     * @param page the edition as everybody may read it
     * @return the edition that is kept now, this or the earlier one
     */
    public StoredEdition keep(Edition edition, Variants rendered, String page) {
        database.change(handle -> {
            if (insert(handle, edition, rendered.whole(), page) == 1) {
                if (edition.week().isEmpty()) {
                    noteArticles(handle, edition);
                }
                variants.keep(handle, edition.id(), rendered);
                pictures.keep(handle, edition, rendered.pictures());
            }
        });
        return edition.week()
                .map(week -> find(edition.newsletter(), week))
                .orElseGet(() -> find(edition.newsletter(), edition.scheduledFor()))
                .orElseThrow(() -> new IllegalStateException("an edition that was just kept is gone"));
    }

    private int insert(Handle handle, Edition edition, RenderedEdition rendered, String page) {
        return handle.createUpdate("""
                        insert into edition (id, newsletter, scheduled_for, made_at, week, title, language,
                            subject, html, plain, page, contents)
                        values (:id, :newsletter, :scheduledFor, :madeAt, :week, :title, :language,
                            :subject, :html, :plain, :page, :contents)
                        on conflict do nothing
                        """)
                .bind("id", edition.id())
                .bind("newsletter", edition.newsletter())
                .bind("scheduledFor", edition.scheduledFor().toEpochMilli())
                .bind("madeAt", edition.madeAt().toEpochMilli())
                .bind("week", edition.week().map(Week::toString))
                .bind("title", edition.title())
                .bind("language", edition.language().toLanguageTag())
                .bind("subject", rendered.subject())
                .bind("html", rendered.html())
                .bind("plain", rendered.plain())
                .bind("page", page)
                .bind("contents", json.write(edition))
                .execute();
    }

    private static void noteArticles(Handle handle, Edition edition) {
        if (edition.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into edition_article (newsletter, article_id, edition_id, story, is_update)
                values (:newsletter, :article, :edition, :story, :update) on conflict do nothing
                """);
        edition.stories().forEach(story -> {
            for (Article article : story.articles()) {
                batch.bind("newsletter", edition.newsletter())
                        .bind("article", article.id())
                        .bind("edition", edition.id())
                        .bind("story", story.id())
                        .bind("update", story.update() ? 1 : 0)
                        .add();
            }
        });
        batch.execute();
    }

    /** The edition of a newsletter that was due at that time. */
    public Optional<StoredEdition> find(String newsletter, Instant scheduledFor) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from edition where newsletter = :newsletter and scheduled_for = :scheduledFor")
                .bind("newsletter", newsletter)
                .bind("scheduledFor", scheduledFor.toEpochMilli())
                .map(EditionStore::edition)
                .findOne());
    }

    /** The round-up of a newsletter for that week. */
    public Optional<StoredEdition> find(String newsletter, Week week) {
        return database.read(handle -> handle.createQuery(
                        "select " + COLUMNS + " from edition where newsletter = :newsletter and week = :week")
                .bind("newsletter", newsletter)
                .bind("week", week.toString())
                .map(EditionStore::edition)
                .findOne());
    }

    /** The edition of that id. */
    public Optional<StoredEdition> find(String id) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from edition where id = :id")
                .bind("id", id)
                .map(EditionStore::edition)
                .findOne());
    }

    /** The last edition of a newsletter that was due within a time; no round-up, which is found by its week. */
    public Optional<StoredEdition> find(String newsletter, EditionAddress.Span due) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                         from edition
                        where newsletter = :newsletter and week is null and scheduled_for >= :from and scheduled_for < :before
                        order by scheduled_for desc
                        """)
                .bind("newsletter", newsletter)
                .bind("from", due.from().toEpochMilli())
                .bind("before", due.before().toEpochMilli())
                .map(EditionStore::edition)
                .findFirst());
    }

    /** An edition as everybody may read it, by its id; empty when it is older than such pages. */
    public Optional<String> page(String id) {
        return database.read(
                handle -> handle.createQuery("select page from edition where id = :id and page is not null")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne());
    }

    /** An edition with the pictures that its mails carry, the same ones each time. */
    public StoredEdition withPictures(StoredEdition edition) {
        return edition.as(edition.language(), withPictures(edition.id(), edition.rendered()));
    }

    /** The form of an edition that has that name, with the pictures that its mails carry. */
    public StoredEdition variant(StoredEdition edition, String variant) {
        Variant form = database.read(handle -> variants.find(handle, edition.id(), variant))
                .orElseThrow(() -> new IllegalStateException("edition " + edition.id() + " has no form " + variant));
        return edition.as(form.language(), withPictures(edition.id(), form.rendered()));
    }

    private RenderedEdition withPictures(String edition, RenderedEdition rendered) {
        List<InlinePicture> all = database.read(handle -> pictures.of(handle, edition));
        return rendered.with(all.stream()
                .filter(picture -> rendered.html().contains(picture.address()))
                .toList());
    }

    /** The newest editions and round-ups of a newsletter, newest first. */
    public List<StoredEdition> newest(String newsletter, int limit) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from edition where newsletter = :newsletter order by scheduled_for desc limit :limit")
                .bind("newsletter", newsletter)
                .bind("limit", limit)
                .map(EditionStore::edition)
                .list());
    }

    /** The edition of a newsletter that carried an article, made before an instant. */
    public Optional<StoredEdition> carrying(String newsletter, String article, Instant before) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                         from edition where made_at < :before and id in (
                             select edition_id from edition_article
                             where newsletter = :newsletter and article_id = :article)
                        order by made_at desc
                        """)
                .bind("newsletter", newsletter)
                .bind("article", article)
                .bind("before", before.toEpochMilli())
                .map(EditionStore::edition)
                .findFirst());
    }

    /** What editions of a newsletter told, made before an instant, of articles published since another. */
    List<Carried> carried(String newsletter, Instant since, Instant madeBefore) {
        return database.read(handle -> handle.createQuery("""
                        select ea.article_id, coalesce(ea.story, ea.article_id) as story_id,
                            max(se.made_at) as last_told, max(sa.is_update) as updated
                        from edition_article ea
                        join edition e on e.id = ea.edition_id
                        join article a on a.id = ea.article_id
                        join edition_article sa on sa.newsletter = ea.newsletter
                            and (sa.story = ea.story or sa.article_id = ea.article_id)
                        join edition se on se.id = sa.edition_id and se.made_at < :madeBefore
                        where ea.newsletter = :newsletter and e.made_at < :madeBefore and a.published >= :since
                        group by ea.article_id, coalesce(ea.story, ea.article_id)
                        """)
                .bind("newsletter", newsletter)
                .bind("since", since.toEpochMilli())
                .bind("madeBefore", madeBefore.toEpochMilli())
                .map((row, context) -> new Carried(
                        row.getString("article_id"),
                        row.getString("story_id"),
                        Instant.ofEpochMilli(row.getLong("last_told")),
                        row.getInt("updated") == 1))
                .list());
    }

    /** When the newsletter's last edition before an instant was made, round-ups left out. */
    public Optional<Instant> lastMadeBefore(String newsletter, Instant before) {
        return lastMade(newsletter, "week is null", before);
    }

    /** When the newsletter's last round-up before an instant was made. */
    public Optional<Instant> lastRoundUpBefore(String newsletter, Instant before) {
        return lastMade(newsletter, "week is not null", before);
    }

    private Optional<Instant> lastMade(String newsletter, String kind, Instant before) {
        return database.read(handle -> handle.createQuery("select max(made_at) from edition where " + kind
                        + " and newsletter = :newsletter and made_at < :before")
                .bind("newsletter", newsletter)
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    private static StoredEdition edition(ResultSet row, StatementContext context) throws SQLException {
        return new StoredEdition(
                row.getString("id"),
                row.getString("newsletter"),
                row.getString("title"),
                Locale.forLanguageTag(row.getString("language")),
                Instant.ofEpochMilli(row.getLong("scheduled_for")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Optional.ofNullable(row.getString("week")).flatMap(Week::parse),
                new RenderedEdition(row.getString("subject"), row.getString("html"), row.getString("plain")));
    }
}

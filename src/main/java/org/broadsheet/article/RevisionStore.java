package org.broadsheet.article;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.net.Domains;
import org.jdbi.v3.core.Handle;

/**
 * Keeps how articles read before they were corrected.
 *
 * <p>Of several feeds that carry an article one may correct it, or they would overwrite each other for ever: one of the
 * article's own site, or else any; of these the first by address. A wording that was given up does not come back.
 */
final class RevisionStore {
    private static final int AT_ONCE = 500;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Handle handle;

    RevisionStore(Handle handle) {
        this.handle = handle;
    }

    /** @param ofPage whether the summary was made from the article's own page, which knows better than its feed */
    private record Wording(URI url, String title, String summary, boolean ofPage) {
        boolean saysOther(Article now) {
            return !ofPage && RevisionStore.saysOther(summary, now.summary());
        }

        String correctedBy(Article now) {
            return ofPage || now.summary().isEmpty() ? summary : now.summary();
        }
    }

    /** Corrects stored articles that read otherwise in the feed now, and tells how many. */
    int correct(URI feed, Map<FoundArticle, String> known) {
        Map<String, Article> now = new LinkedHashMap<>();
        known.forEach((found, id) -> now.putIfAbsent(id, found.article()));
        List<String> ids = List.copyOf(now.keySet());
        int corrected = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (Map.Entry<String, Wording> stored : wordings(some).entrySet()) {
                Article article = now.get(stored.getKey());
                if (article != null && differs(stored.getValue(), article)) {
                    corrected += correct(feed, stored.getKey(), stored.getValue(), article);
                }
            }
        }
        return corrected;
    }

    private Map<String, Wording> wordings(List<String> ids) {
        Map<String, Wording> wordings = new HashMap<>();
        handle.createQuery("""
                        select id, url, title, summary, case when full_text <> '' then 1 else 0 end as of_page
                        from article where id in (<ids>)
                        """)
                .bindList("ids", new ArrayList<>(ids))
                .map((row, context) -> Map.entry(
                        row.getString("id"),
                        new Wording(
                                URI.create(row.getString("url")),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getInt("of_page") == 1)))
                .forEach(entry -> wordings.put(entry.getKey(), entry.getValue()));
        return wordings;
    }

    private static boolean differs(Wording stored, Article now) {
        return !letters(stored.title()).equals(letters(now.title())) || stored.saysOther(now);
    }

    /** A summary that is only longer or shorter says the same. */
    private static boolean saysOther(String stored, String now) {
        String one = letters(stored).toLowerCase(Locale.ROOT);
        String other = letters(now).toLowerCase(Locale.ROOT);
        return !other.isEmpty() && (one.isEmpty() || !(one.startsWith(other) || other.startsWith(one)));
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    private int correct(URI feed, String id, Wording stored, Article now) {
        if (!mayCorrect(feed, id, stored.url()) || wasGivenUp(id, now)) {
            return 0;
        }
        Instant at = now.firstSeen();
        handle.createUpdate("""
                        insert into article_revision (article_id, replaced_at, title, summary)
                        values (:id, :at, :title, :summary) on conflict do nothing
                        """)
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .bind("title", stored.title())
                .bind("summary", stored.summary())
                .execute();
        return handle.createUpdate(
                        "update article set title = :title, summary = :summary, updated = :at where id = :id")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .bind("title", now.title())
                .bind("summary", stored.correctedBy(now))
                .execute();
    }

    private boolean mayCorrect(URI feed, String id, URI page) {
        List<URI> feeds = feeds(id);
        String site = Domains.registrable(page);
        Optional<URI> first = feeds.stream()
                .min(Comparator.comparing(
                                (URI some) -> !Domains.registrable(some).equals(site))
                        .thenComparing(URI::toString));
        return first.equals(Optional.of(feed));
    }

    /** The feeds that carry an article, by address. */
    List<URI> feeds(String id) {
        return handle.createQuery("select feed_url from feed_article where article_id = :id order by feed_url")
                .bind("id", id)
                .map((row, context) -> URI.create(row.getString("feed_url")))
                .list();
    }

    private boolean wasGivenUp(String id, Article now) {
        return revisions(id).stream()
                .anyMatch(some -> letters(some.title()).equals(letters(now.title()))
                        && !saysOther(some.summary(), now.summary()));
    }

    /** How an article read before, newest first. */
    List<StoredArticle.Revision> revisions(String id) {
        return handle.createQuery("""
                        select replaced_at, title, summary from article_revision
                        where article_id = :id order by replaced_at desc
                        """)
                .bind("id", id)
                .map((row, context) -> new StoredArticle.Revision(
                        Instant.ofEpochMilli(row.getLong("replaced_at")),
                        row.getString("title"),
                        row.getString("summary")))
                .list();
    }
}

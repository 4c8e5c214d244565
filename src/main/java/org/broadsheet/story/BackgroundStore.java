package org.broadsheet.story;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.config.Newsletter;
import org.broadsheet.store.Database;
import org.broadsheet.topic.Analyzers;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how common words are in each language, learned from every article that was ever stored; what was learned counts
 * half after sixty days, as the words of news change. For German and English, tables that come with the program are added,
 * so that the first edition is good.
 */
public final class BackgroundStore implements Backgrounds {
    private static final Duration HALF_LIFE = Duration.ofDays(60);

    /** To fade a little with each fetch would cost more exactness than it gains. */
    private static final Duration FADES_EVERY = Duration.ofDays(1);

    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final ArticleStore articles;
    private final Analyzers analyzers;
    private final Clock clock;

    public BackgroundStore(Database database, ArticleStore articles, Analyzers analyzers, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.analyzers = analyzers;
        this.clock = clock;
    }

    /** What is stored of a language. */
    private record Stored(Background background, Instant learnedUntil, Instant decayedAt) {}

    @Override
    public Background of(Locale language) {
        Background start = StartTables.of(language);
        return database.read(handle -> stored(handle, language.getLanguage()))
                .map(stored -> start.and(stored.background()))
                .orElse(start);
    }

    /**
     * Learns from the articles that were stored since it was called last; each once, whoever calls.
     *
     * @param newsletters tell the language of articles that do not tell it themselves
     */
    public void learn(Collection<Newsletter> newsletters) {
        Map<URI, Newsletter> readers = new HashMap<>();
        newsletters.forEach(
                newsletter -> newsletter.feeds().forEach(feed -> readers.putIfAbsent(feed.url(), newsletter)));
        // Each round is a transaction of its own, so that a large store does not hold everybody up.
        boolean more = true;
        while (more) {
            more = learnSome(readers);
        }
    }

    private boolean learnSome(Map<URI, Newsletter> readers) {
        List<Article> learned = new ArrayList<>();
        database.change(handle -> {
            Instant until = handle.createQuery("select max(learned_until) from background")
                    .mapTo(Long.class)
                    .findOne()
                    .map(Instant::ofEpochMilli)
                    .orElse(Instant.EPOCH);
            learned.addAll(articles.firstSeenAfter(handle, until, AT_ONCE));
            Map<String, List<Article>> byLanguage = new HashMap<>();
            learned.forEach(article -> {
                Article known = inItsLanguage(article, readers.get(article.feed()));
                byLanguage
                        .computeIfAbsent(known.language().getLanguage(), language -> new ArrayList<>())
                        .add(known);
            });
            byLanguage.forEach((language, some) -> learn(handle, language, some));
        });
        return !learned.isEmpty();
    }

    private static Article inItsLanguage(Article article, @Nullable Newsletter reader) {
        return reader == null ? article : article.in(reader.languageOf(article.feed(), article.language()));
    }

    private void learn(Handle handle, String language, List<Article> some) {
        Instant now = clock.instant();
        Stored stored = stored(handle, language).orElseGet(() -> new Stored(Background.empty(), now, now));
        Background background = stored.background();
        Instant decayedAt = stored.decayedAt();
        Duration since = Duration.between(decayedAt, now);
        if (since.compareTo(FADES_EVERY) >= 0) {
            background.fade(Math.pow(0.5, (double) since.toMillis() / HALF_LIFE.toMillis()));
            decayedAt = now;
        }
        some.forEach(article -> background.learn(article, analyzers));
        long until = some.stream()
                .mapToLong(article -> article.firstSeen().toEpochMilli())
                .max()
                .orElseThrow();
        keep(handle, language, new Stored(background, Instant.ofEpochMilli(until), decayedAt));
    }

    private static Optional<Stored> stored(Handle handle, String language) {
        return handle.createQuery("select counts, learned_until, decayed_at from background where language = :language")
                .bind("language", language)
                .map((row, context) -> new Stored(
                        Background.of(Base64.getDecoder().decode(row.getString("counts"))),
                        Instant.ofEpochMilli(row.getLong("learned_until")),
                        Instant.ofEpochMilli(row.getLong("decayed_at"))))
                .findOne();
    }

    private static void keep(Handle handle, String language, Stored stored) {
        handle.createUpdate("""
                        insert into background (language, counts, learned_until, decayed_at)
                        values (:language, :counts, :until, :decayed)
                        on conflict (language) do update set counts = excluded.counts,
                            learned_until = excluded.learned_until, decayed_at = excluded.decayed_at
                        """)
                .bind("language", language)
                .bind(
                        "counts",
                        Base64.getEncoder().encodeToString(stored.background().bytes()))
                .bind("until", stored.learnedUntil().toEpochMilli())
                .bind("decayed", stored.decayedAt().toEpochMilli())
                .execute();
    }
}

package org.broadsheet.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Articles for tests. */
public final class Articles {
    public static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private Articles() {}

    /** A German article of an hour ago. */
    public static Article article(String id, String title, String summary) {
        return new Article(
                id,
                URI.create("https://kuestenblatt.example/" + id),
                title,
                summary,
                Optional.empty(),
                Locale.GERMAN,
                List.of(),
                NOW.minusSeconds(3600),
                true,
                NOW.minusSeconds(3000),
                URI.create("https://kuestenblatt.example/feed.xml"),
                "Küstenblatt",
                Optional.empty(),
                0,
                "");
    }

    public static Article at(Article article, Instant published) {
        return new Article(
                article.id(),
                article.url(),
                article.title(),
                article.summary(),
                article.image(),
                article.language(),
                article.categories(),
                published,
                article.dated(),
                article.firstSeen(),
                article.feed(),
                article.source(),
                article.publisher(),
                article.words(),
                article.text());
    }

    /** The same article under another link. */
    public static Article at(Article article, URI url) {
        return new Article(
                article.id(),
                url,
                article.title(),
                article.summary(),
                article.image(),
                article.language(),
                article.categories(),
                article.published(),
                article.dated(),
                article.firstSeen(),
                article.feed(),
                article.source(),
                article.publisher(),
                article.words(),
                article.text());
    }

    /** An article whose feed tells no date, first seen now. */
    public static Article undated(String id, String title) {
        return undated(article(id, title, ""), NOW);
    }

    /** The same article without a date, first seen at an instant. */
    public static Article undated(Article article, Instant seen) {
        return new Article(
                article.id(),
                article.url(),
                article.title(),
                article.summary(),
                article.image(),
                article.language(),
                article.categories(),
                seen,
                false,
                seen,
                article.feed(),
                article.source(),
                article.publisher(),
                article.words(),
                article.text());
    }

    public static Article in(Article article, Locale language, String feed, String... categories) {
        return new Article(
                article.id(),
                article.url(),
                article.title(),
                article.summary(),
                article.image(),
                language,
                List.of(categories),
                article.published(),
                article.dated(),
                article.firstSeen(),
                URI.create(feed),
                article.source(),
                article.publisher(),
                article.words(),
                article.text());
    }
}

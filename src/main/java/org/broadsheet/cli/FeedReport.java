package org.broadsheet.cli;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.article.Article;
import org.broadsheet.article.FoundArticle;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;

/** Writes what a feed says, field by field as it stands, and beside it what the articles become. */
final class FeedReport {
    private static final int LONGEST = 300;

    private final PrintStream out;
    private final int limit;

    /** @param limit how many entries are written; 0 is all */
    FeedReport(PrintStream out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    void print(String source, FeedDocument document, List<FoundArticle> articles) {
        out.println(source);
        line("format", document.format());
        line("title", document.title());
        line("site", document.base().toString());
        line("language", document.language().map(Locale::toLanguageTag).orElse(""));
        line("repaired", FeedLines.repairs(document.repairs()));
        line("entries", document.entries().size() + ", which give " + articles.size() + " articles");
        int shown = limit == 0
                ? document.entries().size()
                : Math.min(limit, document.entries().size());
        for (int i = 0; i < shown; i++) {
            out.println();
            out.println("entry " + (i + 1));
            print(document.entries().get(i));
        }
        articles.stream()
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .map(FoundArticle::article)
                .forEach(this::print);
        out.println();
    }

    private void print(FeedEntry entry) {
        line("title", entry.title().text());
        line("link", entry.link().orElse(""));
        line("guid", entry.guid().orElse(""));
        line("published", entry.published().map(Instant::toString).orElse("no date"));
        line("summary", entry.summary().text());
        line(
                "content",
                entry.content().text().isEmpty() ? "" : entry.content().text().length() + " characters");
        line("categories", String.join(", ", entry.categories()));
        line("images", String.join(" ", entry.images()));
        line("authors", String.join(", ", entry.extras().authors()));
        line(
                "publisher",
                entry.extras()
                        .origin()
                        .map(origin -> origin.name() + " " + origin.url().orElse(""))
                        .orElse(""));
        entry.extras().comments().ifPresent(comments -> line("comments", String.valueOf(comments)));
        entry.extras().duration().ifPresent(duration -> line("duration", duration.toMinutes() + " min"));
    }

    private void print(Article article) {
        out.println();
        out.println("article");
        line("title", article.title());
        line("link", article.url().toString());
        line(
                "published",
                article.published() + (article.dated() ? "" : " (first seen; the feed has no possible date)"));
        line("summary", article.summary());
        line("image", article.image().map(URI::toString).orElse(""));
        line("language", article.language().toLanguageTag());
    }

    /** What is empty is left out. */
    private void line(String name, String value) {
        String printable = Terminal.printable(value);
        if (!printable.isEmpty()) {
            String cut = printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + " …";
            out.printf(Locale.ROOT, "  %-11s %s%n", name, cut);
        }
    }
}

package org.broadsheet.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.article.Article;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles whose stories or topics are known, where they lie beside the project: they are not ours to publish.
 *
 * @param labels everything that is known of each article, by its place
 */
public record LabelledSet(List<Article> articles, List<JsonNode> labels) {
    private static final Instant SOME_DAY = Instant.parse("2026-11-22T06:00:00Z");

    /** Reads a set; ends the test, and says so loudly, where it is absent. */
    public static LabelledSet read(String name) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<JsonNode> labels = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        for (String line : Files.readAllLines(file(name + ".jsonl"))) {
            JsonNode node = json.readTree(line);
            labels.add(node);
            articles.add(article(node));
        }
        return new LabelledSet(articles, labels);
    }

    /** A file of the sets. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("broadsheet.eval", "../shared/eval"), name)
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: nothing is measured, there is no " + file);
        }
        assumeTrue(Files.exists(file));
        return file;
    }

    /** What a label of an article says. */
    public String label(int article, String name) {
        return labels.get(article).get(name).asString();
    }

    private static Article article(JsonNode node) {
        String kicker = node.get("kicker").asString();
        String title = node.get("title").asString();
        String text = node.get("summary").asString();
        String shown = title.isEmpty() ? text.substring(0, Math.min(text.length(), 80)) : title;
        Instant published = node.has("ts_known") ? instant(node.get("ts").asString()) : SOME_DAY;
        return new Article(
                node.get("id").asString(),
                URI.create("https://outlet.example/" + node.get("id").asString()),
                kicker.isEmpty() ? shown : kicker + ": " + shown,
                text.substring(0, Math.min(text.length(), 400)),
                Optional.empty(),
                Locale.forLanguageTag(node.get("lang").asString()),
                List.of(),
                published,
                true,
                published,
                URI.create("https://outlet.example/feed"),
                node.get("source").asString(),
                Optional.empty(),
                0,
                text.length() > 400 ? text : "");
    }

    private static Instant instant(String date) {
        return Instant.parse(date.contains("T") ? date : date + "T00:00:00Z");
    }
}

package org.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.story.Background;
import org.broadsheet.topic.Analyzers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the table of what is common in a language that the program begins with: {@code BackgroundTable LANGUAGE OUT
 * FILE...}, each file with one article as JSON on each line ({@code kicker, title, summary}).
 */
public final class BackgroundTable {
    private BackgroundTable() {}

    public static void main(String[] args) throws IOException {
        Analyzers analyzers = new Analyzers();
        Background background = Background.empty();
        JsonMapper json = new JsonMapper();
        for (String file : List.of(args).subList(2, args.length)) {
            for (String line : Files.readAllLines(Path.of(file))) {
                background.learn(article(args[0], json.readTree(line)), analyzers);
            }
        }
        byte[] bytes = background.bytes();
        Files.write(Path.of(args[1]), bytes);
        System.out.printf("%s: %.0f articles, %d bytes%n", args[1], background.articles(), bytes.length);
    }

    private static Article article(String language, JsonNode node) {
        String kicker = node.get("kicker").asString();
        String title = node.get("title").asString();
        return new Article(
                node.get("id").asString(),
                URI.create("https://outlet.example/"),
                kicker.isEmpty() ? (title.isBlank() ? "-" : title) : kicker + ": " + title,
                node.get("summary").asString(),
                Optional.empty(),
                Locale.forLanguageTag(language),
                List.of(),
                Instant.EPOCH,
                true,
                Instant.EPOCH,
                URI.create("https://outlet.example/"),
                "",
                Optional.empty(),
                0,
                "");
    }
}

package org.broadsheet.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration folder of a test, sound until the test breaks something. */
final class Folder {
    static final String INSTALLATION = """
            publisher:
              name: Broadsheet
              address: Musterstraße 1, 10115 Berlin
              from: Broadsheet <news@example.org>
            """;

    static final String NEWSLETTER = """
            title: Der Morgen
            language: de
            schedule: {at: 07:00, days: mon-fri, time-zone: Europe/Berlin}
            feeds:
              - https://example.org/feed.xml
              - {url: "https://example.org/ai.xml", topic: ki}
            topics:
              - id: ki
                title: KI
                keywords: [KI]
            """;

    final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    Folder(Path directory) {
        this.directory = directory;
        write("broadsheet.yml", INSTALLATION);
        write("newsletters/morning.yml", NEWSLETTER);
    }

    Folder write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(directory.resolve("newsletters"));
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Folder installation(String text) {
        return write("broadsheet.yml", text);
    }

    Folder newsletter(String text) {
        return write("newsletters/morning.yml", text);
    }

    /** The newsletter with a piece of it replaced; the piece must be there. */
    Folder newsletterWith(String piece, String replacement) {
        if (!NEWSLETTER.contains(piece)) {
            throw new IllegalArgumentException(piece);
        }
        return newsletter(NEWSLETTER.replace(piece, replacement));
    }

    Folder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Loading load() {
        Syntax sixFields = expression -> expression.split(" ", -1).length >= 6
                ? Optional.empty()
                : Optional.of("'" + expression + "' has too few fields");
        Syntax balanced = query -> query.contains("(") == query.contains(")")
                ? Optional.empty()
                : Optional.of("a parenthesis is not closed");
        return new ConfigLoader(environment, new Syntaxes(sixFields, balanced)).load(directory);
    }

    Configuration loaded() {
        Loading loading = load();
        if (loading instanceof Loading.Loaded sound) {
            return sound.configuration();
        }
        throw new AssertionError(headlines());
    }

    Newsletter morning() {
        return loaded().newsletter("morning").orElseThrow();
    }

    List<Problem> problems() {
        return load() instanceof Loading.Rejected rejected ? rejected.problems() : List.of();
    }

    /** The problems' headlines, files named from this folder on. */
    List<String> headlines() {
        return problems().stream()
                .map(problem -> problem.headline().replace(directory + "/", ""))
                .toList();
    }

    /** Everything that an admin would see. */
    String printed() {
        return String.join("\n", problems().stream().map(Problem::withSource).toList());
    }
}

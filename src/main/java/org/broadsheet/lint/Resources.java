package org.broadsheet.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables that come with the program. */
final class Resources {
    private Resources() {}

    /** The lines of a table, without comments and empty ones. */
    static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(Resources.class.getResourceAsStream("/lint/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

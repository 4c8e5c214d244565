package org.broadsheet.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What is common in a language, as far as the program knows it before it has read anything. */
final class StartTables {
    private StartTables() {}

    /** The table of a language; empty for one that has none. A new one each time, as tables change. */
    static Background of(Locale language) {
        String name = "/story/background-" + language.getLanguage() + ".bin";
        try (InputStream file = StartTables.class.getResourceAsStream(name)) {
            return file == null ? Background.empty() : Background.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

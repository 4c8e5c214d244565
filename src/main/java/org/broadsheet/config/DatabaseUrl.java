package org.broadsheet.config;

import java.nio.file.Path;

/** A JDBC address whose SQLite path is absolute. */
public record DatabaseUrl(String jdbc) {
    private static final String SQLITE = "jdbc:sqlite:";

    static DatabaseUrl parse(String text, Path base) {
        if (text.startsWith(SQLITE) && text.length() > SQLITE.length()) {
            return new DatabaseUrl(
                    SQLITE + base.resolve(text.substring(SQLITE.length())).normalize());
        }
        if (UrlSecrets.isIn(text)) {
            throw new IllegalArgumentException("holds a password; write it under database.password, as ${NAME}");
        }
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(text);
        }
        throw new IllegalArgumentException(
                "must be jdbc:sqlite:PATH or jdbc:postgresql://HOST/NAME; other databases are not supported");
    }
}

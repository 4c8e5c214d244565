package org.broadsheet.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to the newest version; the scripts lie in {@code db/migration}. */
final class Migrations {
    /** The version of the newest script. Flyway costs half a second even when idle, so it is called only when behind. */
    static final int NEWEST = 12;

    private Migrations() {}

    static void bringUpToDate(DataSource dataSource, String name) {
        int version = version(dataSource, name);
        if (version > NEWEST) {
            throw new StorageFailure(
                    "database " + name + ": was written by a newer Broadsheet (schema " + version + ", this one knows "
                            + NEWEST + "); run the newer one",
                    new IllegalStateException("schema " + version));
        }
        if (version < NEWEST) {
            migrate(dataSource, name);
        }
    }

    private static void migrate(DataSource dataSource, String name) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StorageFailure(
                    "database " + name + ": the schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static int version(DataSource dataSource, String name) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                // Left open, it would pin this pooled connection to an old state of an SQLite file, and every write
                // after one by another process would fail as busy.
                ResultSet versioned = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            return versioned.next() ? newestApplied(statement) : 0;
        } catch (SQLException e) {
            throw new StorageFailure("database " + name + ": " + e.getMessage(), e);
        }
    }

    private static int newestApplied(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select max(cast(version as integer)) from flyway_schema_history where success")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}

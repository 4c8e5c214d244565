package org.broadsheet.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database, opened and at the newest schema.
 *
 * <p>SQLite runs in WAL with {@code synchronous=FULL}: a transaction that returned survives {@code kill -9} and a power
 * cut. It has one writer, so writing transactions queue here instead of failing as busy. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int READERS = 4;
    /** SQLite's own 2 MB are less than the index over a million addresses, which come in no order when they are imported. */
    private static final int WRITER_CACHE_KIB = 48 * 1024;

    private static final int POSTGRES_CONNECTIONS = 12;

    private final String name;
    private final boolean postgres;
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;
    private final KeptStatements statements = new KeptStatements();

    private Database(String name, boolean postgres, HikariDataSource writerPool, HikariDataSource readerPool) {
        this.name = name;
        this.postgres = postgres;
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = Jdbi.create(writerPool);
        this.reader = Jdbi.create(readerPool);
    }

    /**
     * Opens the database, making the file and the schema where they are missing.
     *
     * @param jdbcUrl {@code jdbc:sqlite:} with an absolute path, or {@code jdbc:postgresql:}
     * @param username of PostgreSQL; empty for none
     * @throws StorageFailure when it cannot be opened, with what to do
     */
    public static Database open(String jdbcUrl, String username, String password) {
        Database database = jdbcUrl.startsWith(SQLITE) ? sqlite(jdbcUrl) : postgres(jdbcUrl, username, password);
        try {
            Migrations.bringUpToDate(database.writerPool, database.name);
            return database;
        } catch (StorageFailure failure) {
            database.close();
            throw failure;
        }
    }

    private static Database sqlite(String jdbcUrl) {
        Path file = Path.of(jdbcUrl.substring(SQLITE.length()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StorageFailure(
                    "database " + file + ": its folder cannot be made (" + e.getMessage()
                            + "); make it, or name another file under database.url",
                    e);
        }
        HikariConfig ofWriter = sqliteSettings(jdbcUrl, 1);
        ofWriter.addDataSourceProperty("cache_size", String.valueOf(-WRITER_CACHE_KIB));
        HikariDataSource writerPool = pool(ofWriter, file.toString());
        try {
            return new Database(
                    file.toString(), false, writerPool, pool(sqliteSettings(jdbcUrl, READERS), file.toString()));
        } catch (StorageFailure failure) {
            writerPool.close();
            throw failure;
        }
    }

    private static HikariConfig sqliteSettings(String jdbcUrl, int connections) {
        HikariConfig settings = settings(jdbcUrl, connections);
        settings.addDataSourceProperty("journal_mode", "WAL");
        settings.addDataSourceProperty("synchronous", "FULL");
        settings.addDataSourceProperty("foreign_keys", "true");
        settings.addDataSourceProperty("busy_timeout", "10000");
        // The write lock is taken at the start, so that two processes wait for each other instead of failing midway.
        settings.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return settings;
    }

    private static Database postgres(String jdbcUrl, String username, String password) {
        HikariConfig settings = settings(jdbcUrl, POSTGRES_CONNECTIONS);
        if (!username.isEmpty()) {
            settings.setUsername(username);
            settings.setPassword(password);
        }
        HikariDataSource pool = pool(settings, shown(jdbcUrl));
        return new Database(shown(jdbcUrl), true, pool, pool);
    }

    /** A PostgreSQL address may carry a password in its query; it is not for messages. */
    private static String shown(String jdbcUrl) {
        int query = jdbcUrl.indexOf('?');
        return query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
    }

    private static HikariConfig settings(String jdbcUrl, int connections) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(jdbcUrl);
        settings.setMaximumPoolSize(connections);
        settings.setMinimumIdle(1);
        settings.setInitializationFailTimeout(1);
        return settings;
    }

    private static HikariDataSource pool(HikariConfig settings, String name) {
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException e) {
            throw failure(name, e);
        }
    }

    /** Whether it answers now. */
    public boolean isReachable() {
        try {
            return read(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one())
                    == 1;
        } catch (StorageFailure unreachable) {
            return false;
        }
    }

    /** Whether this is PostgreSQL, where several processes may claim rows side by side. */
    public boolean isPostgres() {
        return postgres;
    }

    /** What a claiming query ends with: PostgreSQL skips rows that others hold, SQLite has but one writer. */
    public String skipLocked() {
        return postgres ? "for update skip locked" : "";
    }

    /** Runs a query that changes nothing. */
    public <T> T read(Function<Handle, T> query) {
        return guarded(() -> reader.withHandle(query::apply));
    }

    /**
     * Runs one small query that is run so often that preparing it each time would be most of its work.
     *
     * @param sql with {@code ?} for what {@code query} sets
     * @param query sets, runs and reads the statement, and does not close it
     */
    public <T> T read(String sql, Prepared<T> query) {
        try (Connection connection = readerPool.getConnection()) {
            return run(connection, sql, query);
        } catch (SQLException e) {
            throw failure(name, e);
        }
    }

    /** The same for a change, in its own transaction: when this returns, it is on the disk, and when it throws, none of it is. */
    public <T> T write(String sql, Prepared<T> change) {
        try (Connection connection = writerPool.getConnection()) {
            begin(connection);
            try {
                T result = run(connection, sql, change);
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(name, e);
        }
    }

    /** SQLite's driver would begin another transaction with each commit, and prepare both each time. */
    private void begin(Connection connection) throws SQLException {
        if (postgres) {
            connection.setAutoCommit(false);
        } else {
            statements.run(connection, "begin immediate", PreparedStatement::execute);
        }
    }

    private void commit(Connection connection) throws SQLException {
        if (postgres) {
            connection.commit();
        } else {
            statements.run(connection, "commit", PreparedStatement::execute);
        }
    }

    private void rollBack(Connection connection, Throwable why) {
        try {
            if (postgres) {
                connection.rollback();
            } else {
                statements.run(connection, "rollback", PreparedStatement::execute);
            }
        } catch (SQLException e) {
            // SQLite may have done so itself, as when the disk is full.
            why.addSuppressed(e);
        }
    }

    private <T> T run(Connection connection, String sql, Prepared<T> work) throws SQLException {
        if (!postgres) {
            return statements.run(connection, sql, work);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        }
    }

    /** What is done with a prepared statement. */
    @FunctionalInterface
    public interface Prepared<T> {
        /** Sets its parameters, runs it, and reads what comes of it. */
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Runs one transaction; when this returns, it is on the disk, and when it throws, none of it is. */
    public <T> T write(Function<Handle, T> change) {
        return guarded(() -> writer.inTransaction(change::apply));
    }

    /** {@link #write} without a result. */
    public void change(Consumer<Handle> change) {
        guarded(() -> {
            writer.useTransaction(change::accept);
            return true;
        });
    }

    private <T> T guarded(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw failure(name, e);
        }
    }

    private static StorageFailure failure(String name, Exception e) {
        if (sqliteCode(e) == SQLiteErrorCode.SQLITE_FULL) {
            return new StorageFailure(
                    "database " + name + ": the disk is full; free some space and run the command again, nothing that"
                            + " was stored is lost",
                    e);
        }
        return new StorageFailure("database " + name + ": " + rootMessage(e), e);
    }

    private static SQLiteErrorCode sqliteCode(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return SQLiteErrorCode.SQLITE_OK;
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown error");
    }

    /** The file or server, for messages; without a password. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
    }
}

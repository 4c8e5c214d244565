package org.broadsheet.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.broadsheet.store.Database;

/** A PostgreSQL server of the tests' own, with one database for a whole test class. */
public final class TestPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Database database;

    private TestPostgres(EmbeddedPostgres server, Database database) {
        this.server = server;
        this.database = database;
    }

    public static TestPostgres start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        return new TestPostgres(
                server, Database.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
    }

    /** The database, with nothing in it. */
    public Database empty() {
        database.change(handle -> handle.execute(
                "truncate sign_up, consent, address_change, service_mail, forgotten, bounce, delivery, subscription, suppression,"
                        + " subscriber, edition_article, edition_picture, picture, edition, feed_article,"
                        + " article, feed, background cascade"));
        return database;
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.close();
    }
}

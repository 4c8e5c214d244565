package org.broadsheet.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import org.broadsheet.store.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server of a test class's own, with one database for all of its tests. */
public final class TestPostgres implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmbeddedPostgres server;
    private @Nullable Database database;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = EmbeddedPostgres.builder().start();
        database = Database.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    /** The database, with nothing in it. */
    public Database empty() {
        Database empty = Objects.requireNonNull(database, "started before the first test");
        empty.change(handle -> handle.execute(
                "truncate sign_up, consent, address_change, service_mail, forgotten, bounce, delivery, subscription, suppression,"
                        + " subscriber, edition_article, edition_picture, picture, edition, feed_article,"
                        + " article, feed, background cascade"));
        return empty;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }
}

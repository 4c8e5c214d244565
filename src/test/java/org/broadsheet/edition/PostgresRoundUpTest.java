package org.broadsheet.edition;

import java.io.IOException;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRoundUpTest extends RoundUpContract {
    private TestPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = TestPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @Override
    Database empty() {
        return postgres.empty();
    }

    @Override
    void done(Database some) {
        // One database serves all tests of this class.
    }
}

package org.broadsheet.delivery;

import org.broadsheet.store.Database;
import org.broadsheet.testing.TestPostgres;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFanOutTest extends FanOutContract {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @Override
    Database empty() {
        return POSTGRES.empty();
    }

    @Override
    void done(Database some) {
        // One database serves all tests of this class.
    }
}

package org.broadsheet.delivery;

import java.nio.file.Path;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.io.TempDir;

class SqliteFanOutTest extends FanOutContract {
    @TempDir
    Path directory;

    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + directory.resolve("ledger.db"), "", "");
    }

    @Override
    void done(Database database) {
        database.close();
    }
}

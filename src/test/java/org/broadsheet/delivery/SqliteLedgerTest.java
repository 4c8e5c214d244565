package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
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

    @Test
    void claimingLooksOnlyAtWhatIsOpen() {
        try (Database database = Database.open("jdbc:sqlite:" + directory.resolve("plan.db"), "", "")) {
            List<String> plan = database.read(handle -> handle.createQuery("""
                            explain query plan select subscriber_id from delivery where edition_id = 'e'
                            and state in ('queued', 'deferred', 'sending') and state <> 'sending'
                            and next_attempt <= 1 and expires > 1 order by next_attempt limit 10
                            """)
                    .map((row, context) -> row.getString("detail"))
                    .list());
            assertThat(plan).singleElement().asString().contains("USING INDEX delivery_open");
        }
    }
}

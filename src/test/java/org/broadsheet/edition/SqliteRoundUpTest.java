package org.broadsheet.edition;

import org.broadsheet.store.Database;

class SqliteRoundUpTest extends RoundUpContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("editions.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

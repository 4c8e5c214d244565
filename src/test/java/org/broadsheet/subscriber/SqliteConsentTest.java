package org.broadsheet.subscriber;

import org.broadsheet.store.Database;

class SqliteConsentTest extends ConsentContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + files.resolve("consent.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

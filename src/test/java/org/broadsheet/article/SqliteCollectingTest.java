package org.broadsheet.article;

import org.broadsheet.store.Database;

class SqliteCollectingTest extends CollectingContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("feeds.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

package org.broadsheet.story;

import org.broadsheet.store.Database;

class SqliteBackgroundTest extends BackgroundContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("editions.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

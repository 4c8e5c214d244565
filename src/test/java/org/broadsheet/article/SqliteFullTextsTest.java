package org.broadsheet.article;

import org.broadsheet.store.Database;

class SqliteFullTextsTest extends FullTextsContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("texts.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

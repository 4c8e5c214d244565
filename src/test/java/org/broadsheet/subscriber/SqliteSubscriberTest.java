package org.broadsheet.subscriber;

import org.broadsheet.store.Database;

class SqliteSubscriberTest extends SubscriberContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + files.resolve("subscribers.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

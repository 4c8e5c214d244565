package org.broadsheet.subscriber;

import org.broadsheet.store.Database;

class SqliteSubscriberListTest extends SubscriberListContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + files.resolve("subscribers.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

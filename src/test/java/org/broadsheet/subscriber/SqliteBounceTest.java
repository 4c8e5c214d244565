package org.broadsheet.subscriber;

import org.broadsheet.store.Database;

class SqliteBounceTest extends BounceContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + files.resolve("bounces.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

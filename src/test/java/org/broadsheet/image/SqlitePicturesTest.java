package org.broadsheet.image;

import org.broadsheet.store.Database;

class SqlitePicturesTest extends PicturesContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("pictures.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

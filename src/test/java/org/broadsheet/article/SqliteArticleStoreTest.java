package org.broadsheet.article;

import org.broadsheet.store.Database;

class SqliteArticleStoreTest extends ArticleStoreContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve("articles.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }
}

package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.Test;

class SqliteSubscriberTest extends SubscriberContract {
    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + files.resolve("subscribers.db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }

    @Test
    void anImportLooksUpItsAddressesAndNotAllOfTheNewsletter() {
        try (Database database = Database.open("jdbc:sqlite:" + files.resolve("plan.db"), "", "")) {
            List<String> plan = database.read(handle -> handle.createQuery("""
                            explain query plan select s.canonical, u.state from subscriber s cross join subscription u
                            where s.canonical in ('a', 'b') and u.newsletter = 'morning' and u.subscriber_id = s.id
                            """)
                    .map((row, context) -> row.getString("detail"))
                    .list());
            assertThat(plan)
                    .hasSize(2)
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .contains("SEARCH s USING INDEX")
                                    .contains("canonical=?"),
                            second -> assertThat(second).contains("SEARCH u").contains("subscriber_id=?"));
        }
    }
}

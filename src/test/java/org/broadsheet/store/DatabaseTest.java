package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void makesTheFileItsFolderAndTheSchema() {
        try (Database database = open("new/folder/b.db")) {
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void keepsWhatWasWrittenAndNothingOfATransactionThatFailed() {
        try (Database database = open("b.db")) {
            database.change(handle -> handle.execute("insert into setting (name, value) values ('a', '1')"));
            assertThatThrownBy(() -> database.change(handle -> {
                        handle.execute("insert into setting (name, value) values ('b', '2')");
                        handle.execute("insert into setting (name, value) values ('a', '3')");
                    }))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("b.db");
        }
        try (Database again = open("b.db")) {
            assertThat(count(again)).isOne();
        }
    }

    @Test
    void keepsNothingOfAPreparedChangeThatFailedAndGoesOn() {
        String insert = "insert into setting (name, value) values (?, '1')";
        try (Database database = open("b.db")) {
            assertThatThrownBy(() -> database.write(insert, statement -> {
                        statement.setString(1, "a");
                        statement.executeUpdate();
                        return statement.executeUpdate();
                    }))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("b.db");
            assertThat(count(database)).isZero();

            database.write(insert, statement -> {
                statement.setString(1, "b");
                return statement.executeUpdate();
            });
            assertThat(count(database)).isOne();
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() {
        String insert = "insert into setting (name, value) values (?, ?)";
        try (Database database = open("b.db")) {
            limitPages(database, 300);
            assertThatThrownBy(() -> database.write(insert, statement -> {
                        statement.setString(1, "a");
                        statement.setString(2, "a".repeat(4_000_000));
                        return statement.executeUpdate();
                    }))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("the disk is full");

            limitPages(database, 10_000);
            database.write(insert, statement -> {
                statement.setString(1, "a");
                statement.setString(2, "1");
                return statement.executeUpdate();
            });
            assertThat(count(database)).isOne();
        }
    }

    private static void limitPages(Database database, int pages) {
        database.change(handle -> handle.execute("pragma max_page_count = " + pages));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 10, 11})
    void keepsWhatAnOlderProgramWrote(int version) {
        String url = "jdbc:sqlite:" + folder.resolve("b.db");
        Flyway.configure()
                .dataSource(url, "", "")
                .target(String.valueOf(version))
                .load()
                .migrate();
        Jdbi.create(url)
                .useHandle(handle -> Stream.of(
                                "insert into edition (id, newsletter, scheduled_for, made_at, title, language, subject, html, plain,"
                                        + " contents) values ('e', 'm', 1, 1, 'M', 'de', 'S', 'H', 'P', '[]')",
                                "insert into subscriber (id, email, canonical, created_at) values ('s', 'A@b.c', 'a@b.c', 1)",
                                "insert into subscription (newsletter, subscriber_id, state, source, since)"
                                        + " values ('m', 's', 'confirmed', 'yaml', 1)",
                                "insert into delivery (edition_id, subscriber_id, state, next_attempt, expires, updated_at)"
                                        + " values ('e', 's', 'sent', 1, 1, 1)")
                        .forEach(handle::execute));

        try (Database database = open("b.db")) {
            List<String> deliveries = database.read(
                    handle -> handle.createQuery("select s.email || ' ' || d.state || ' ' || e.title from delivery d"
                                    + " join subscriber s on s.id = d.subscriber_id"
                                    + " join edition e on e.id = d.edition_id where e.week is null")
                            .mapTo(String.class)
                            .list());
            assertThat(deliveries).containsExactly("A@b.c sent M");
        }
    }

    @Test
    void refusesADatabaseOfANewerProgram() {
        try (Database database = open("b.db")) {
            database.change(handle -> handle.execute("update flyway_schema_history set version = '"
                    + (Migrations.NEWEST + 1) + "' where version = '1'"));
        }

        assertThatThrownBy(() -> open("b.db"))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("newer Broadsheet");
    }

    @Test
    void saysWhenTheFileIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("b.db"), "This is a letter to a friend, and no database at all. ".repeat(50));

        assertThatThrownBy(() -> open("b.db"))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("b.db");
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> open("file/b.db"))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("database.url");
    }

    @Test
    void saysWhenThereIsNoServer() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://127.0.0.1:1/x?password=hidden", "x", "hidden"))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("127.0.0.1:1/x")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void knowsItsNewestSchema() throws IOException, URISyntaxException {
        Path scripts = Path.of(DatabaseTest.class.getResource("/db/migration").toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Migrations.NEWEST);
        }
    }

    private Database open(String name) {
        return Database.open("jdbc:sqlite:" + folder.resolve(name), "", "");
    }

    private static int count(Database database) {
        return database.read(handle -> handle.createQuery("select count(*) from setting")
                .mapTo(Integer.class)
                .one());
    }
}

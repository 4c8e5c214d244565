package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.subscriber.Addition;
import org.junit.jupiter.api.Test;

/** How readers leave, and what is left of them. */
class LeavingTest extends ReaderVisit {
    @Test
    void unsubscribingHoldsAtOnceAndLeadsBackToTheForm() throws Exception {
        visitor.preferences("");
        house.publish("morgen");
        int before = house.mails();
        URI leave = house.link(house.newest(before, ANNA), "/u/");

        HttpResponse<String> left = visitor.post(leave, "List-Unsubscribe=One-Click");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).contains("/subscribe/morgen");
        assertThat(house.subscribed("morgen")).isEmpty();
        assertThat(visitor.post(leave, "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
    }

    @Test
    void readersSeeAllThatIsKeptOfThem() throws Exception {
        URI link = visitor.preferences("");
        house.publish("morgen");
        HttpResponse<String> data = visitor.get(URI.create(link + "/data"));

        assertThat(data.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(data.body())
                .contains(ANNA, "Ich möchte „Der Morgen“ von Beispielverlag", "127.0.0.1", "2026-11-23T06:00:00Z")
                .contains("\"state\" : \"sent\"");
    }

    @Test
    void forgottenReadersAreGoneAndStayGoneUntilTheyComeBackThemselves() throws Exception {
        URI link = visitor.preferences("");
        house.publish("morgen");
        assertThat(visitor.get(URI.create(link + "/forget")).body()).contains("Ja, alles löschen");
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);

        assertThat(visitor.post(URI.create(link + "/forget"), "").body()).contains("Alles ist gelöscht");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
        assertThat(house.app().subscribers().add("morgen", new EmailAddress("Anna@Example.org"), "import:a.csv"))
                .isEqualTo(Addition.KEPT_UNSUBSCRIBED);
        assertThat(folder.resolve("test.db")).satisfies(LeavingTest::holdsNoAddress);

        visitor.preferences("");
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);
    }

    /** Deleted rows leave their bytes behind in SQLite's file, so the tables are asked, all of them. */
    private static void holdsNoAddress(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement tables = connection.createStatement();
                ResultSet names = tables.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (names.next()) {
                try (Statement rows = connection.createStatement();
                        ResultSet row = rows.executeQuery("select * from \"" + names.getString(1) + "\"")) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            assertThat(row.getString(i)).as(names.getString(1)).isNotEqualToIgnoringCase(ANNA);
                        }
                    }
                }
            }
        }
    }
}

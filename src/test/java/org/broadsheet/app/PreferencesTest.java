package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.broadsheet.config.EmailAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What readers change by the link in each mail. */
class PreferencesTest extends ReaderVisit {
    @Test
    void changesHoldAndAPauseEndsByItself() throws Exception {
        URI link = visitor.preferences("");
        String body = visitor.post(
                        link,
                        "topics=fussball&frequency=every&language=de&time-zone=Europe/Berlin"
                                + "&deliver-at=06:30&pause=2026-12-24&name=")
                .body();
        Document saved = Jsoup.parse(body);

        assertThat(body).contains("Gespeichert");
        assertThat(saved.select("input[name=topics][checked]").eachAttr("value"))
                .containsExactly("fussball");
        assertThat(saved.select("#deliver-at option[selected]").eachAttr("value"))
                .containsExactly("06:30");
        assertThat(saved.select("#pause").val()).isEqualTo("2026-12-24");

        int before = house.mails();
        house.publish("morgen");
        assertThat(house.mails()).as("paused").isEqualTo(before);

        clock.advance(Duration.ofDays(31));
        assertThat(Jsoup.parse(visitor.get(link).body()).select("#pause").val()).isEmpty();
    }

    @Test
    void pauseThatIsNoComingDayIsRefusedAndNothingChanges() throws Exception {
        URI link = visitor.preferences("");
        for (String day : new String[] {"2026-11-23", "2029-01-01", "soon", "2026-02-30"}) {
            HttpResponse<String> refused = visitor.post(link, "topics=klima&pause=" + day);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Tag im kommenden Jahr");
        }
        assertThat(Jsoup.parse(visitor.get(link).body()).select("input[name=topics][checked]"))
                .hasSize(2);
    }

    @Test
    void addressChangesOnceTheNewOneAgreesAndTheOldOneIsTold() throws Exception {
        URI link = visitor.preferences("");
        int before = house.mails();
        visitor.post(URI.create(link + "/address"), "email=anna@example.net");
        URI move = house.link(house.newest(before + 1, "anna@example.net"), "/move/");

        assertThat(visitor.get(move).body()).contains("anna@example.net");
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);

        assertThat(visitor.post(move, "").body()).contains("Ihre Adresse ist geändert");
        assertThat(visitor.post(move, "").statusCode()).as("a second click").isEqualTo(200);
        assertThat(house.subscribed("morgen")).containsExactly("anna@example.net");
        assertThat(house.newest(before + 2, ANNA).getSubject()).isEqualTo("Ihre Adresse wurde geändert");
        assertThat(visitor.get(link).body()).as("the old link").contains("anna@example.net");
    }

    @Test
    void addressOfAnotherSubscriberIsNotTakenOver() throws Exception {
        house.app().subscribers().add("morgen", new EmailAddress("ben@example.org"), "test");
        URI link = visitor.preferences("");
        int before = house.mails();
        visitor.post(URI.create(link + "/address"), "email=ben@example.org");
        URI move = house.link(house.newest(before + 1, "ben@example.org"), "/move/");

        assertThat(visitor.post(move, "").body()).contains("Darum haben wir nichts geändert");
        assertThat(house.subscribed("morgen")).containsExactlyInAnyOrder(ANNA, "ben@example.org");
    }
}

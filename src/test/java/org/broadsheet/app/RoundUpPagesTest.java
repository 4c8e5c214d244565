package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.testing.TestClock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages for readers say of round-ups, over real HTTP. */
class RoundUpPagesTest {
    private static final String ANNA = "anna@example.org";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private ReaderHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new ReaderHouse(folder, clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return client.send(
                HttpRequest.newBuilder(house.web().resolve(path))
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI page, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Signs Anna up for one mail a week. */
    private void subscribeWeekly() throws Exception {
        int before = house.mails();
        post(house.web().resolve("/subscribe/morgen"), "email=" + ANNA + "&frequency=weekly&language=de");
        post(house.link(house.newest(before + 1, ANNA), "/confirm/"), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Einmal die Woche das Beste (Sonntag)",
                "en | Once a week, the best (Sunday)",
                "es | Una vez por semana, lo mejor (domingo)",
                "fr | Une fois par semaine, le meilleur (dimanche)",
                "it | Una volta a settimana, il meglio (domenica)",
                "nl | Eens per week het beste (zondag)",
                "pt | Uma vez por semana, o melhor (domingo)"
            })
    void theSignUpSaysOnWhichDayTheRoundUpComes(String language, String words) throws Exception {
        String form = Jsoup.parse(get("/subscribe/morgen", language).body()).text();

        assertThat(form).contains(words);
    }

    @Test
    void whoeverChoseOneMailAWeekGetsTheRoundUpAndCanReadItAndAllElseInTheArchive() throws Exception {
        subscribeWeekly();
        int before = house.mails();
        house.publish("morgen");
        clock.advance(Duration.ofDays(6));

        StoredEdition roundUp = house.roundUp("morgen");

        assertThat(house.mails()).isEqualTo(before + 1);
        String mail = ReaderHouse.part(house.newest(before + 1, ANNA), 0);
        assertThat(mail)
                .contains("Das Beste der Woche", "Windpark auf See", "Pokal für Rostock", "/archive/morgen/2026-W48");
        URI preferences = house.link(house.newest(before + 1, ANNA), "/p/");
        assertThat(Jsoup.parse(get(preferences.getPath(), "de").body()).select("input[value=weekly][checked]"))
                .hasSize(1);
        assertThat(get(preferences.getPath(), "de").body()).contains("Einmal die Woche das Beste (Sonntag)");
        assertThat(get("/archive/morgen/2026-W48", "de").body())
                .contains("Das Beste der Woche", "Windpark auf See")
                .doesNotContain(ANNA, roundUp.id());
        assertThat(get("/archive/morgen/2026-W47", "de").statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(get("/archive/morgen", "de").body()).select(".list li"))
                .hasSize(2)
                .first()
                .satisfies(line -> assertThat(line.text()).contains("· Das Beste der Woche"));
        assertThat(get("/archive/morgen/feed.xml", "de").body())
                .contains("/archive/morgen/2026-11-23T0700")
                .doesNotContain("W48");
    }
}

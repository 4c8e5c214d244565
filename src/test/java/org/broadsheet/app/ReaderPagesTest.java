package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.edition.Templates;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;
import org.broadsheet.subscriber.Addition;
import org.broadsheet.testing.TestClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers can do for themselves, over real HTTP and real SMTP. */
class ReaderPagesTest {
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

    @Test
    void nobodyGetsANewsletterBeforeTheLinkInTheMailIsOpenedAndAgreedTo() throws Exception {
        signUp("morgen", ANNA, "topics=klima&frequency=every&language=de&time-zone=Europe/Vienna&name=Anna");
        URI link = house.link(house.newest(1, ANNA), "/confirm/");
        HttpResponse<String> question = get(link);

        assertThat(question.body()).contains("Möchten Sie „Der Morgen“ erhalten?");
        assertThat(house.subscribed("morgen")).isEmpty();

        assertThat(post(link, "").body()).contains("Willkommen!").contains(ANNA);
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);
        assertThat(post(link, "").statusCode()).as("a second click").isEqualTo(200);
    }

    @Test
    void choicesOfTheFormAreThoseOfThePreferences() throws Exception {
        Document page =
                Jsoup.parse(get(preferences("topics=klima&frequency=weekly&language=fr&time-zone=Asia/Tokyo&name=Anna"))
                        .body());

        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("input[name=topics][checked]").eachAttr("value")).containsExactly("klima");
        assertThat(page.select("input[name=frequency][checked]").eachAttr("value"))
                .containsExactly("weekly");
        assertThat(page.select("#time-zone option[selected]").eachAttr("value")).containsExactly("Asia/Tokyo");
        assertThat(page.select("#name").val()).isEqualTo("Anna");
    }

    @Test
    void changesHoldAndAPauseEndsByItself() throws Exception {
        URI link = preferences("");
        String body = post(
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
        assertThat(Jsoup.parse(get(link).body()).select("#pause").val()).isEmpty();
    }

    @Test
    void pauseThatIsNoComingDayIsRefusedAndNothingChanges() throws Exception {
        URI link = preferences("");
        for (String day : new String[] {"2026-11-23", "2029-01-01", "soon", "2026-02-30"}) {
            HttpResponse<String> refused = post(link, "topics=klima&pause=" + day);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Tag im kommenden Jahr");
        }
        assertThat(Jsoup.parse(get(link).body()).select("input[name=topics][checked]"))
                .hasSize(2);
    }

    @Test
    void addressChangesOnceTheNewOneAgreesAndTheOldOneIsTold() throws Exception {
        URI link = preferences("");
        int before = house.mails();
        post(URI.create(link + "/address"), "email=anna@example.net");
        URI move = house.link(house.newest(before + 1, "anna@example.net"), "/move/");

        assertThat(get(move).body()).contains("anna@example.net");
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);

        assertThat(post(move, "").body()).contains("Ihre Adresse ist geändert");
        assertThat(post(move, "").statusCode()).as("a second click").isEqualTo(200);
        assertThat(house.subscribed("morgen")).containsExactly("anna@example.net");
        assertThat(house.newest(before + 2, ANNA).getSubject()).isEqualTo("Ihre Adresse wurde geändert");
        assertThat(get(link).body()).as("the old link").contains("anna@example.net");
    }

    @Test
    void addressOfAnotherSubscriberIsNotTakenOver() throws Exception {
        house.app().subscribers().add("morgen", new EmailAddress("ben@example.org"), "test");
        URI link = preferences("");
        int before = house.mails();
        post(URI.create(link + "/address"), "email=ben@example.org");
        URI move = house.link(house.newest(before + 1, "ben@example.org"), "/move/");

        assertThat(post(move, "").body()).contains("Darum haben wir nichts geändert");
        assertThat(house.subscribed("morgen")).containsExactlyInAnyOrder(ANNA, "ben@example.org");
    }

    @Test
    void readersSeeAllThatIsKeptOfThem() throws Exception {
        URI link = preferences("");
        house.publish("morgen");
        HttpResponse<String> data = get(URI.create(link + "/data"));

        assertThat(data.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(data.body())
                .contains(ANNA, "Ich möchte „Der Morgen“ von Beispielverlag", "127.0.0.1", "2026-11-23T06:00:00Z")
                .contains("\"state\" : \"sent\"");
    }

    @Test
    void forgottenReadersAreGoneAndStayGoneUntilTheyComeBackThemselves() throws Exception {
        URI link = preferences("");
        house.publish("morgen");
        assertThat(get(URI.create(link + "/forget")).body()).contains("Ja, alles löschen");
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);

        assertThat(post(URI.create(link + "/forget"), "").body()).contains("Alles ist gelöscht");
        assertThat(get(link).statusCode()).isEqualTo(404);
        assertThat(house.app().subscribers().add("morgen", new EmailAddress("Anna@Example.org"), "import:a.csv"))
                .isEqualTo(Addition.KEPT_UNSUBSCRIBED);
        assertThat(folder.resolve("test.db")).satisfies(ReaderPagesTest::holdsNoAddress);

        preferences("");
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

    @Test
    void unsubscribingHoldsAtOnceAndLeadsBackToTheForm() throws Exception {
        preferences("");
        house.publish("morgen");
        int before = house.mails();
        URI leave = house.link(house.newest(before, ANNA), "/u/");

        HttpResponse<String> left = post(leave, "List-Unsubscribe=One-Click");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).contains("/subscribe/morgen");
        assertThat(house.subscribed("morgen")).isEmpty();
        assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    }

    @Test
    void mailsWaitWhileTheMailServerIsAway() throws Exception {
        house.stopMail();
        HttpResponse<String> answer = signUp("morgen", ANNA, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(ANNA);
    }

    @Test
    void mailThatAsksBackIsNoMailOfAListAndHoldsNothingThatAStrangerWrote() throws Exception {
        signUp("morgen", ANNA, "name=" + encoded("Visit https://evil.example/"));
        MimeMessage mail = house.newest(1, ANNA);

        assertThat(mail.getSubject()).isEqualTo("Bitte bestätigen: Der Morgen");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(ReaderHouse.part(mail, 0) + ReaderHouse.part(mail, 1)).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "fr", "es", "it", "nl", "pt"})
    void mailsToSingleReadersAreSoundInEveryLanguage(String language) throws Exception {
        house.app().subscribers().add("morgen", new EmailAddress("ben@example.org"), "test");
        signUp("morgen", ANNA, "language=" + language);
        signUp("morgen", "ben@example.org", "language=" + language);
        for (String address : List.of(ANNA, "ben@example.org")) {
            MimeMessage mail = house.newest(2, address);
            Source html = new Source(ReaderHouse.part(mail, 1), Templates.PLACE, ownPage -> true);

            assertThat(new MailLint().look(html)).isEmpty();
            assertThat(Jsoup.parse(ReaderHouse.part(mail, 1)).select("html").attr("lang"))
                    .isEqualTo(language);
            assertThat(mail.getHeader("Content-Language")).containsExactly(language);
            assertThat(ReaderHouse.part(mail, 0).lines())
                    .allMatch(line -> line.length() <= 76 || line.startsWith("http"));
        }
    }

    @Test
    void pageSpeaksTheLanguageOfTheBrowserAndOffersTheOthers() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.web().resolve("/subscribe/morgen"))
                .header("Accept-Language", "pt-BR,pt;q=0.9,en;q=0.8")
                .build();
        Document page =
                Jsoup.parse(client.send(request, BodyHandlers.ofString()).body());

        assertThat(page.select("html").attr("lang")).isEqualTo("pt");
        assertThat(page.select("h1").text()).isEqualTo("Assinar");
        assertThat(page.select(".languages a").eachAttr("hreflang"))
                .containsExactly("de", "en", "es", "fr", "it", "nl", "pt");
    }

    @Test
    void formForOtherSitesSignsUpToo() throws Exception {
        String shown = Jsoup.parse(
                        get(house.web().resolve("/subscribe/morgen/form")).body())
                .select("textarea")
                .val();
        Document pasted = Jsoup.parse(shown);

        assertThat(pasted.select("script")).isEmpty();
        assertThat(pasted.select("form").attr("action")).isEqualTo(house.web() + "/subscribe/morgen");
        assertThat(post(URI.create(pasted.select("form").attr("action")), "page=de&website=&email=" + ANNA)
                        .body())
                .contains(ANNA);
        assertThat(house.newest(1, ANNA).getSubject()).contains("Der Morgen");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Signs Anna up for the German newsletter and confirms; gives the link to her preferences. */
    private URI preferences(String choices) throws Exception {
        int before = house.mails();
        signUp("morgen", ANNA, choices);
        URI link = house.link(house.newest(before + 1, ANNA), "/confirm/");
        String path = Jsoup.parse(post(link, "").body()).select("a[href^=/p/]").attr("href");
        return house.web().resolve(path);
    }

    private HttpResponse<String> signUp(String newsletter, String address, String choices)
            throws IOException, InterruptedException {
        return post(
                house.web().resolve("/subscribe/" + newsletter), "page=de&email=" + encoded(address) + "&" + choices);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}

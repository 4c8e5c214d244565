package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** How readers come onto the list, over real HTTP and real SMTP. */
class SigningUpTest extends ReaderVisit {
    private static final List<String> LANGUAGES = List.of("de", "en", "fr", "es", "it", "nl", "pt");

    @Test
    void nobodyGetsANewsletterBeforeTheLinkInTheMailIsOpenedAndAgreedTo() throws Exception {
        visitor.signUp("morgen", ANNA, "topics=klima&frequency=every&language=de&time-zone=Europe/Vienna&name=Anna");
        URI link = house.link(house.newest(1, ANNA), "/confirm/");
        HttpResponse<String> question = visitor.get(link);

        assertThat(question.body()).contains("Möchten Sie „Der Morgen“ erhalten?");
        assertThat(house.subscribed("morgen")).isEmpty();

        assertThat(visitor.post(link, "").body()).contains("Willkommen!").contains(ANNA);
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);
        assertThat(visitor.post(link, "").statusCode()).as("a second click").isEqualTo(200);
    }

    @Test
    void choicesOfTheFormAreThoseOfThePreferences() throws Exception {
        Document page = Jsoup.parse(visitor.get(
                        visitor.preferences("topics=klima&frequency=weekly&language=fr&time-zone=Asia/Tokyo&name=Anna"))
                .body());

        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("input[name=topics][checked]").eachAttr("value")).containsExactly("klima");
        assertThat(page.select("input[name=frequency][checked]").eachAttr("value"))
                .containsExactly("weekly");
        assertThat(page.select("#time-zone option[selected]").eachAttr("value")).containsExactly("Asia/Tokyo");
        assertThat(page.select("#name").val()).isEqualTo("Anna");
    }

    @Test
    void mailsWaitWhileTheMailServerIsAway() throws Exception {
        house.stopMail();
        HttpResponse<String> answer = visitor.signUp("morgen", ANNA, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(ANNA);
    }

    @Test
    void pageSpeaksTheLanguageOfTheBrowserAndOffersTheOthers() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.web().resolve("/subscribe/morgen"))
                .header("Accept-Language", "pt-BR,pt;q=0.9,en;q=0.8")
                .build();
        Document page = Jsoup.parse(visitor.send(request).body());

        assertThat(page.select("html").attr("lang")).isEqualTo("pt");
        assertThat(page.select("h1").text()).isEqualTo("Assinar");
        assertThat(page.select(".languages a").eachAttr("hreflang"))
                .containsExactly("de", "en", "es", "fr", "it", "nl", "pt");
    }

    @Test
    void formForOtherSitesSignsUpToo() throws Exception {
        String shown = Jsoup.parse(visitor.get(house.web().resolve("/subscribe/morgen/form"))
                        .body())
                .select("textarea")
                .val();
        Document pasted = Jsoup.parse(shown);

        assertThat(pasted.select("script")).isEmpty();
        assertThat(pasted.select("form").attr("action")).isEqualTo(house.web() + "/subscribe/morgen");
        assertThat(visitor.post(URI.create(pasted.select("form").attr("action")), "page=de&website=&email=" + ANNA)
                        .body())
                .contains(ANNA);
        assertThat(house.newest(1, ANNA).getSubject()).contains("Der Morgen");
    }

    @Test
    void formLeadsToTheArchiveOnceThereIsOneAndTheArchiveToTheFormInEveryLanguage() throws Exception {
        for (String language : LANGUAGES) {
            assertThat(hrefs("/subscribe/morgen?lang=" + language)).doesNotContain("/archive/morgen");
            assertThat(hrefs("/subscribe?lang=" + language)).containsExactly("/subscribe/morgen", "/subscribe/morning");
        }
        assertThat(hrefs("/archive/morgen")).as("before the first edition").contains("/subscribe/morgen");

        house.publish("morgen");
        clock.advance(Duration.ofMinutes(1));

        for (String language : LANGUAGES) {
            assertThat(hrefs("/subscribe/morgen?lang=" + language)).contains("/archive/morgen");
            assertThat(hrefs("/subscribe?lang=" + language))
                    .containsExactly("/subscribe/morgen", "/archive/morgen", "/subscribe/morning");
        }
        assertThat(hrefs("/archive/morgen")).contains("/subscribe/morgen");
    }

    private List<String> hrefs(String path) throws Exception {
        return Jsoup.parse(visitor.get(path).body()).select("main a").eachAttr("href");
    }
}

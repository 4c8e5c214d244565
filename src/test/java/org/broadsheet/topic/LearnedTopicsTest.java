package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.in;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.config.Newsletters.withTopics;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Topic;
import org.broadsheet.config.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedTopicsTest {
    private static final String FEED = "https://kuestenblatt.example/feed.xml";

    private final LearnedTopics topics = new LearnedTopics();

    @ParameterizedTest
    @CsvSource({
        "de, künstliche intelligenz, Wie künstlicher Intelligenz Grenzen gesetzt werden",
        "de, Kraftwerk, Drei Kraftwerke gehen vom Netz",
        "de, Windkraft, Windkraftausbau stockt",
        "de, Kohle, Der letzte Tag der Braunkohle",
        "de, KI, Was KI kann",
        "de, Passkey, Ämter stellen auf Passkeys um",
        "en, bank, Banks raise their rates",
        "en, artificial intelligence, Rules for artificial intelligence agreed",
        "en, IT, More IT jobs than ever",
        "fr, élection, Les élections auront lieu en mai",
        "es, gobierno, Los gobiernos negocian",
        "it, elezione, Le elezioni di maggio",
        "nl, verkiezing, Verkiezingen in mei",
        "pt, eleição, Eleições em maio",
        "ja, 選挙, 来月の選挙について",
        "pl, bank, Nowy bank w mieście",
    })
    void findsInflectedForms(String language, String keyword, String title) {
        Newsletter newsletter = withTopics(topic("wanted", List.of(keyword)));
        Article article = in(article("1", title, ""), Locale.forLanguageTag(language), FEED);

        assertThat(choice(newsletter, article).topic()).contains("wanted");
    }

    @ParameterizedTest
    @CsvSource({
        "de, KI, Der Kiosk am Kinoplatz",
        "en, IT, It was a long day",
        "de, künstliche intelligenz, Die Intelligenz der Raben ist nicht künstlich",
        "de, Ball, Der Balkon",
    })
    void findsNoKeywordWhereThereIsNone(String language, String keyword, String title) {
        Newsletter newsletter = withTopics(topic("wanted", List.of(keyword)));
        Article article = in(article("1", title, ""), Locale.forLanguageTag(language), FEED);

        assertThat(choice(newsletter, article).topic()).isEmpty();
    }

    @Test
    void prefersTheFeedsTopicToACategoryAndACategoryToKeywords() {
        Newsletter newsletter = Newsletters.newsletter(
                new Window.SinceLastEdition(),
                6,
                List.of(
                        Feed.of(URI.create("https://a.example/")).with(Optional.empty(), Optional.of("city")),
                        Newsletters.feed(FEED)),
                List.of(topic("energy", List.of("Strom")), topic("tech", List.of(), "AI"), topic("city", List.of())));
        Article article = article("1", "Strom für alle", "");

        assertThat(choice(newsletter, in(article, Locale.GERMAN, "https://a.example/", "ai"))
                        .topic())
                .contains("city");
        assertThat(choice(newsletter, in(article, Locale.GERMAN, FEED, "ai"))).satisfies(choice -> {
            assertThat(choice.topic()).contains("tech");
            assertThat(choice.told()).contains("AI");
            assertThat(choice.evidence()).isEqualTo(Evidence.CATEGORY);
        });
        assertThat(choice(newsletter, article)).satisfies(choice -> {
            assertThat(choice.topic()).contains("energy");
            assertThat(choice.told()).contains("Strom");
            assertThat(choice.evidence()).isEqualTo(Evidence.KEYWORDS);
        });
    }

    @Test
    void countsTheTitleMoreThanTheSummary() {
        Newsletter newsletter = withTopics(topic("economy", List.of("Bank")), topic("sport", List.of("Pokal")));

        assertThat(choice(newsletter, article("1", "Der Pokal bleibt hier", "Die Bank freut sich mit."))
                        .topic())
                .contains("sport");
    }

    @Test
    void choosesTheFirstTopicBetweenEqualOnes() {
        Newsletter newsletter = withTopics(topic("a", List.of("Hafen")), topic("b", List.of("Hafen")));

        assertThat(choice(newsletter, article("1", "Am Hafen", "")).topic()).contains("a");
    }

    @Test
    void putsARuleAboveAllAndLetsAnotherKeepOut() {
        Newsletter newsletter = withTopics(
                ruled("heat", Optional.of("title:wärmepumpe AND NOT category:anzeige"), Optional.empty()),
                ruled("city", Optional.empty(), Optional.of("summary:horoskop")),
                topic("energy", List.of("Strom"), "Anzeige"));
        Article pump = article("1", "Wärmepumpen für alle", "Strom wird billiger.");

        assertThat(choice(newsletter, pump)).satisfies(choice -> {
            assertThat(choice.topic()).contains("heat");
            assertThat(choice.evidence()).isEqualTo(Evidence.RULE);
        });
        assertThat(choice(newsletter, in(pump, Locale.GERMAN, FEED, "Anzeige")).topic())
                .contains("energy");
        assertThat(choice(newsletter, article("2", "In der Stadt", "Ein Text.")).topic())
                .contains("city");
        assertThat(choice(newsletter, article("3", "In der Stadt", "Das Horoskop."))
                        .topic())
                .isEmpty();
    }

    private static Topic ruled(String id, Optional<String> must, Optional<String> mustNot) {
        return new Topic(id, id, List.of(id.equals("city") ? "Stadt" : "Heizung"), List.of(), must, mustNot, 1);
    }

    @Test
    void saysWhatIsWrongWithARule() {
        assertThat(topics.problem("title:hafen AND NOT category:sport")).isEmpty();
        assertThat(topics.problem("(hafen"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("not closed"));
        assertThat(topics.problem("hafen AND")).isPresent();
        assertThat(topics.problem("*")).isPresent();
        assertThat(topics.problem("[hafen")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/sport/fussball/1.html, sport",
        "https://a.example/de/Politik/1.html, politics",
        "https://a.example/feuilleton/kino/1.html, culture",
        "https://a.example/2026/11/sport-und-spiel.html, ''",
        "https://a.example/meldungen/das-ist/etwas/sport/1.html, ''",
        "https://a.example/, ''"
    })
    void readsTheSectionOutOfTheLinkWhereNoTopicIsNamed(String link, String topic) {
        Article article = at(link);

        assertThat(choice(withTopics(), article).topic().orElse("")).isEqualTo(topic);
    }

    @Test
    void givesATopicOfTheSameNameTheSectionsOfTheBuiltInOne() {
        Newsletter newsletter = withTopics(topic("Wirtschaft", List.of()), topic("krieg", List.of()));

        assertThat(choice(newsletter, at("https://a.example/finanzen/1.html")).topic())
                .contains("Wirtschaft");
        assertThat(choice(newsletter, at("https://a.example/politik/1.html")).topic())
                .isEmpty();
    }

    @Test
    void namesTheBuiltInTopicsInTheLanguageOfTheNewsletter() {
        assertThat(topics.topicsOf(withTopics()))
                .extracting(Topic::title)
                .containsExactly("Politik", "Wirtschaft", "Technik", "Wissenschaft", "Kultur", "Sport", "Panorama");
    }

    private static Article at(String link) {
        Article some = article("1", "Ohne jedes Wort", "");
        return Articles.at(some, URI.create(link));
    }

    private TopicChoice choice(Newsletter newsletter, Article article) {
        return topics.assign(newsletter, List.of(article), List.of()).of(article);
    }
}

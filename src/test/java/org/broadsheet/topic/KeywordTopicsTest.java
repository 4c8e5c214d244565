package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.in;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.config.Newsletters.withTopics;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTopicsTest {
    private static final String FEED = "https://kuestenblatt.example/feed.xml";

    private final KeywordTopics topics = new KeywordTopics();

    @ParameterizedTest
    @CsvSource({
        "de, künstliche intelligenz, Wie künstlicher Intelligenz Grenzen gesetzt werden",
        "de, Kraftwerk, Drei Kraftwerke gehen vom Netz",
        "de, Windkraft, Windkraftausbau stockt",
        "de, Kohle, Der letzte Tag der Braunkohle",
        "de, KI, Was KI kann",
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
            assertThat(choice.evidence()).contains("AI");
        });
        assertThat(choice(newsletter, article)).satisfies(choice -> {
            assertThat(choice.topic()).contains("energy");
            assertThat(choice.evidence()).contains("Strom");
        });
    }

    @Test
    void countsTheTitleMoreThanTheSummary() {
        Newsletter newsletter =
                withTopics(topic("economy", List.of("Bank", "Zinsen")), topic("sport", List.of("Pokal")));

        assertThat(choice(newsletter, article("1", "Der Pokal bleibt hier", "Die Bank freut sich, die Zinsen auch."))
                        .topic())
                .contains("sport");
    }

    @Test
    void choosesTheFirstTopicBetweenEqualOnes() {
        Newsletter newsletter = withTopics(topic("a", List.of("Hafen")), topic("b", List.of("Hafen")));

        assertThat(choice(newsletter, article("1", "Am Hafen", "")).topic()).contains("a");
    }

    @Test
    void readsAnArticleOfUnknownLanguageInThatOfTheNewsletter() {
        Newsletter newsletter = withTopics(topic("wanted", List.of("Kraftwerk")));

        assertThat(choice(newsletter, in(article("1", "Kraftwerke", ""), Locale.ROOT, FEED))
                        .topic())
                .contains("wanted");
    }

    private TopicChoice choice(Newsletter newsletter, Article article) {
        return Objects.requireNonNull(
                topics.assign(newsletter, List.of(article)).get(article.id()));
    }
}

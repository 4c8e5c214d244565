package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.NOW;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.at;
import static org.broadsheet.article.Articles.in;
import static org.broadsheet.article.Articles.undated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.junit.jupiter.api.Test;

class SimilarStoriesTest {
    private final SimilarStories grouper = new SimilarStories();

    @Test
    void takesTheSameTitleForOneStoryAndLetsTheFullestLead() {
        Article bare = article("1", "Hafen: Neue Kaimauer", "");
        Article full = article("2", "„Hafen“ – neue KAIMAUER", "Mit Text.");

        List<Story> stories = grouper.group(List.of(bare, full), NOW);

        assertThat(stories).singleElement().satisfies(story -> {
            assertThat(story.lead()).isEqualTo(full);
            assertThat(story.alsoCoveredBy()).containsExactly(bare);
        });
    }

    @Test
    void keepsATitleThatComesBackAfterDaysApart() {
        Article old = at(article("1", "Das Wetter", ""), NOW.minus(Duration.ofDays(4)));

        assertThat(grouper.group(List.of(old, article("2", "Das Wetter", "")), NOW))
                .hasSize(2);
    }

    @Test
    void putsTheNewestFirst() {
        Article old = at(article("1", "Alt", ""), NOW.minus(Duration.ofHours(5)));
        Article young = at(article("2", "Neu", ""), NOW.minus(Duration.ofHours(1)));

        assertThat(grouper.group(List.of(old, young), NOW))
                .extracting(Story::lead)
                .containsExactly(young, old);
    }

    @Test
    void putsAnArticleWithoutADateBelowTheNewsOfTheMorning() {
        Article undated = undated("1", "Ohne Datum");
        Article morning = at(article("2", "Neu", ""), NOW.minus(Duration.ofHours(3)));
        Article yesterday = at(article("3", "Alt", ""), NOW.minus(Duration.ofHours(20)));

        assertThat(grouper.group(List.of(undated, yesterday, morning), NOW))
                .extracting(Story::lead)
                .containsExactly(morning, undated, yesterday);
    }

    @Test
    void tellsTitlesOfEmojiApart() {
        assertThat(grouper.group(List.of(article("1", "🎉", ""), article("2", "🚀", "")), NOW))
                .hasSize(2);
    }

    @Test
    void takesWhatTwoOutletsTellInOtherWordsForOneStory() {
        List<Story> stories = grouper.group(with(FERRY, FERRY_TOO), NOW);

        assertThat(told(stories, FERRY)).containsExactlyInAnyOrder(FERRY, FERRY_TOO);
    }

    @Test
    void keepsDifferentEventsWithOneNameInCommonApart() {
        Article award =
                from("Abendblick", "n1", "Sandum ehrt seine älteste Buchhändlerin", "Sie ist 91 und liest vor.");
        Article storm = from("Wattwerk", "n2", "Sturm deckt Turnhalle in Sandum ab", "Verletzt wurde niemand.");

        List<Story> stories = grouper.group(with(award, storm), NOW);

        assertThat(told(stories, award)).containsExactly(award);
    }

    @Test
    void keepsASeriesOfOneOutletApart() {
        Article one =
                from("Abendblick", "s1", "Spaziergang am Sonntag: Deich und Dünen", "Acht Kilometer mit Aussicht.");
        Article other =
                from("Abendblick", "s2", "Spaziergang am Sonntag: Moor und Mühle", "Zwölf Kilometer im Schatten.");

        List<Story> stories = grouper.group(with(one, other), NOW);

        assertThat(told(stories, one)).containsExactly(one);
    }

    @Test
    void keepsWhatLiesMoreThanThreeDaysApart() {
        Article late = at(FERRY_TOO, NOW.minus(Duration.ofDays(4)));

        assertThat(told(grouper.group(with(FERRY, late), NOW), FERRY)).containsExactly(FERRY);
    }

    @Test
    void neverMixesLanguages() {
        Article german = from("Wattwerk", "1", "Orchester Norderhafen spielt Smetana", "");
        Article english = in(
                from("Ledger", "2", "Orchester Norderhafen spielt Smetana", ""), Locale.ENGLISH, "https://l.example/");

        assertThat(grouper.group(List.of(german, english), NOW)).hasSize(2);
    }

    @Test
    void putsWhatSeveralOutletsTellAboveWhatOneDoes() {
        Article alone = at(from("Abendblick", "0", "Neuer Bäcker am Markt", ""), NOW.minus(Duration.ofMinutes(30)));
        Article agency = from("Abendblick", "1", "Kanal bleibt gesperrt", "");
        Article copy = from("Wattwerk", "2", "Kanal bleibt gesperrt", "");

        assertThat(grouper.group(List.of(alone, agency, copy), NOW))
                .extracting(Story::lead)
                .containsExactly(agency, alone);
    }

    @Test
    void scoresAreAboveZeroHoweverOldAStoryIs() {
        Article old = at(article("1", "Alt", ""), Instant.parse("1990-01-02T00:00:00Z"));

        assertThat(grouper.group(List.of(old), NOW).get(0).score()).isPositive().isFinite();
    }

    @Test
    void givesTheSameStoriesInWhateverOrderArticlesCome() {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        System.out.println("-Dbroadsheet.seed=" + seed);
        Random random = new Random(seed);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Instant published = NOW.minusSeconds(3600L * random.nextInt(100));
            articles.add(at(from("Quelle " + i % 7, "a" + i, ofEvent(random, i % 80), words(random, 3)), published));
        }
        List<Story> stories = grouper.group(articles, NOW);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(articles, random);

            assertThat(grouper.group(articles, NOW))
                    .as("-Dbroadsheet.seed=%s", seed)
                    .isEqualTo(stories);
        }
        assertThat(stories).hasSizeBetween(2, 299);
    }

    @Test
    void bearsThousandsOfEqualTitles() {
        List<Article> articles = numbered(5000, i -> "Kanal bleibt gesperrt");

        assertThat(grouper.group(articles, NOW))
                .singleElement()
                .satisfies(story -> assertThat(story.articles()).hasSize(5000));
    }

    @Test
    void bearsThousandsOfArticlesThatAreNearlyEqual() {
        List<Article> articles = numbered(5000, i -> "Kanal bei Kilometer " + i + " und " + i / 300 + " gesperrt");

        assertThat(grouper.group(articles, NOW).stream()
                        .mapToInt(story -> story.articles().size())
                        .sum())
                .isEqualTo(5000);
    }

    @Test
    void groupsTenThousandArticlesInSeconds() {
        Random random = new Random(1);
        List<Article> articles = numbered(10_000, i -> words(random, 8));

        assertThat(grouper.group(articles, NOW)).isNotEmpty();
    }

    @Test
    void bearsTitlesWithoutEnd() {
        List<Article> articles = numbered(50, i -> "Wort" + i + " ohne Ende ".repeat(2000));

        assertThat(grouper.group(articles, NOW).stream()
                        .mapToInt(story -> story.articles().size())
                        .sum())
                .isEqualTo(50);
    }

    @Test
    void tellsEmojiApartThatSeveralOutletsSend() {
        assertThat(grouper.group(numbered(20, i -> "🎉🎉"), NOW)).hasSize(20);
    }

    @Test
    void readsCapitalsLikeOtherLetters() {
        Article loud = from("Wattwerk", "f3", FERRY_TOO.title().toUpperCase(Locale.GERMAN), FERRY_TOO.summary());

        assertThat(told(grouper.group(with(FERRY, loud), NOW), FERRY)).containsExactlyInAnyOrder(FERRY, loud);
    }

    @Test
    void hasNoStoriesForNoArticles() {
        assertThat(grouper.group(List.of(), NOW)).isEmpty();
    }

    private static final Article FERRY = from(
            "Abendblick",
            "f1",
            "Fähre nach Grönum läuft auf Sandbank: 140 Passagiere sitzen fest",
            "Das Schiff kommt erst mit der Flut wieder frei. Seenotretter bringen Decken und Tee an Bord.");

    private static final Article FERRY_TOO = from(
            "Wattwerk",
            "f2",
            "140 Passagiere warten auf die Flut: Grönumer Fähre sitzt auf Sandbank",
            "Seenotretter versorgten die Menschen mit Tee. Der Kapitän hatte einem Segler ausweichen müssen.");

    private static Article from(String source, String id, String title, String summary) {
        return article(id, title, summary).from(source);
    }

    /** The articles among others of their day, since how rare a word is shows only there. */
    private static List<Article> with(Article... some) {
        List<Article> day = new ArrayList<>(List.of(some));
        List<String> titles = List.of(
                "Stadtrat beschließt den Haushalt nach langer Nacht",
                "Wie Bienen den Winter in der Stadt überstehen",
                "Handball: Deichland gewinnt in letzter Sekunde",
                "Mieten steigen langsamer als im Vorjahr",
                "Neues Album: Die Band vom Leuchtturm spielt wieder",
                "Forscher messen die Wärme der Nordsee am Grund",
                "Bäckerei verkauft ihr letztes Roggenbrot",
                "Polizei sucht Zeugen nach Unfall auf der Landstraße",
                "Museum zeigt Karten, auf denen die Insel fehlt",
                "Zug nach Eschfelde fährt ab Montag stündlich",
                "Kommentar: Warum der Radweg allen nützt",
                "Rezept der Woche: Grünkohl ohne Wurst");
        for (int i = 0; i < titles.size(); i++) {
            day.add(from("Quelle " + i % 3, "day" + i, titles.get(i), ""));
        }
        return day;
    }

    private static List<Article> told(List<Story> stories, Article article) {
        return stories.stream()
                .map(Story::articles)
                .filter(articles -> articles.contains(article))
                .findFirst()
                .orElseThrow();
    }

    private static List<Article> numbered(int count, IntFunction<String> title) {
        return IntStream.range(0, count)
                .mapToObj(i -> from("Quelle " + i % 40, "a" + i, title.apply(i), ""))
                .toList();
    }

    /** Five words, each one of eight that belong to an event. */
    private static String ofEvent(Random random, int event) {
        return IntStream.range(0, 5)
                .mapToObj(i -> "e" + event + "x" + random.nextInt(8))
                .collect(Collectors.joining(" "));
    }

    /** Invented words, few of them common and many of them rare, as in any language. */
    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (int) (30_000 * Math.pow(random.nextDouble(), 4)))
                .collect(Collectors.joining(" "));
    }
}

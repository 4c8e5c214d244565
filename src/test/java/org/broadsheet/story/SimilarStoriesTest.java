package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.NOW;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.at;
import static org.broadsheet.article.Articles.in;
import static org.broadsheet.article.Articles.undated;
import static org.broadsheet.story.DayOfNews.german;
import static org.broadsheet.story.DayOfNews.ofSource;
import static org.broadsheet.story.DayOfNews.told;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Strictness;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.Test;

class SimilarStoriesTest {
    private final SimilarStories grouper = new SimilarStories(StartTables::of, new Analyzers());

    private List<Cluster> group(List<Article> articles) {
        return grouper.group(articles, new Grouping(Strictness.DEFAULT, Map.of()));
    }

    @Test
    void takesTheSameTitleForOneStoryAndLetsTheFullestLead() {
        Article bare = article("1", "Hafen: Neue Kaimauer", "");
        Article full = article("2", "„Hafen“ – neue KAIMAUER", "Mit Text.");

        List<Cluster> stories = group(List.of(bare, full));

        assertThat(stories).singleElement().satisfies(story -> {
            assertThat(story.lead()).isEqualTo(full);
            assertThat(story.articles()).containsExactly(full, bare);
        });
    }

    @Test
    void keepsATitleThatComesBackAfterDaysApart() {
        Article old = at(article("1", "Das Wetter", ""), NOW.minus(Duration.ofDays(4)));

        assertThat(group(List.of(old, article("2", "Das Wetter", "")))).hasSize(2);
    }

    @Test
    void tellsTitlesOfEmojiApart() {
        assertThat(group(List.of(article("1", "🎉", ""), article("2", "🚀", ""))))
                .hasSize(2);
    }

    @Test
    void takesWhatTwoOutletsTellInOtherWordsForOneStory() {
        List<Cluster> stories = group(german(FERRY, FERRY_TOO));

        assertThat(told(stories, FERRY)).containsExactlyInAnyOrder(FERRY, FERRY_TOO);
    }

    @Test
    void keepsDifferentEventsWithOneNameInCommonApart() {
        Article award =
                ofSource("Abendblick", "n1", "Sandum ehrt seine älteste Buchhändlerin", "Sie ist 91 und liest vor.");
        Article storm = ofSource("Wattwerk", "n2", "Sturm deckt Turnhalle in Sandum ab", "Verletzt wurde niemand.");

        List<Cluster> stories = group(german(award, storm));

        assertThat(told(stories, award)).containsExactly(award);
    }

    @Test
    void keepsASeriesOfOneOutletApart() {
        Article one =
                ofSource("Abendblick", "s1", "Spaziergang am Sonntag: Deich und Dünen", "Acht Kilometer mit Aussicht.");
        Article other =
                ofSource("Abendblick", "s2", "Spaziergang am Sonntag: Moor und Mühle", "Zwölf Kilometer im Schatten.");

        List<Cluster> stories = group(german(one, other));

        assertThat(told(stories, one)).containsExactly(one);
    }

    @Test
    void keepsWhatLiesMoreThanThreeDaysApart() {
        Article late = at(FERRY_TOO, NOW.minus(Duration.ofDays(4)));

        assertThat(told(group(german(FERRY, late)), FERRY)).containsExactly(FERRY);
    }

    @Test
    void neverMixesLanguages() {
        Article german = ofSource("Wattwerk", "1", "Orchester Norderhafen spielt Smetana", "");
        Article english = in(
                ofSource("Ledger", "2", "Orchester Norderhafen spielt Smetana", ""),
                Locale.ENGLISH,
                "https://l.example/");

        assertThat(group(List.of(german, english))).hasSize(2);
    }

    @Test
    void givesTheSameStoriesInWhateverOrderArticlesComeAndWheneverTheyWereFetched() {
        List.of(Locale.GERMAN, Locale.ENGLISH).forEach(this::givesTheSameStoriesInWhateverOrderArticlesCome);
    }

    private void givesTheSameStoriesInWhateverOrderArticlesCome(Locale language) {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        System.out.println("-Dbroadsheet.seed=" + seed);
        Random random = new Random(seed);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Article article = ofSource("Quelle " + i % 7, "a" + i, ofEvent(random, i % 80), words(random, 3 + i % 30))
                    .in(language);
            Instant published = NOW.minusSeconds(3600L * random.nextInt(100));
            articles.add(random.nextBoolean() ? at(article, published) : undated(article, NOW));
        }
        List<List<String>> stories = ids(group(articles));
        List<List<String>> sagas = sagas(articles);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(articles, random);
            articles.replaceAll(one -> one.dated() ? one : undated(one, NOW.minusSeconds(random.nextInt(1_000))));

            assertThat(ids(group(articles))).as("-Dbroadsheet.seed=%s", seed).isEqualTo(stories);
            assertThat(sagas(articles)).as("-Dbroadsheet.seed=%s", seed).isEqualTo(sagas);
        }
        assertThat(stories).hasSizeBetween(2, 299);
    }

    private List<List<String>> sagas(List<Article> articles) {
        return grouper.sagas(articles).stream()
                .map(some -> some.stream().map(Article::id).toList())
                .toList();
    }

    private static List<List<String>> ids(List<Cluster> clusters) {
        return clusters.stream()
                .map(cluster -> cluster.articles().stream().map(Article::id).toList())
                .toList();
    }

    @Test
    void bearsThousandsOfEqualTitles() {
        List<Article> articles = numbered(5000, i -> "Kanal bleibt gesperrt");

        assertThat(group(articles))
                .singleElement()
                .satisfies(story -> assertThat(story.articles()).hasSize(5000));
    }

    @Test
    void bearsThousandsOfArticlesThatAreNearlyEqual() {
        List<Article> articles = numbered(5000, i -> "Kanal bei Kilometer " + i + " und " + i / 300 + " gesperrt");

        assertThat(group(articles).stream()
                        .mapToInt(story -> story.articles().size())
                        .sum())
                .isEqualTo(5000);
    }

    @Test
    void bearsThousandsOfArticlesWithoutADate() {
        List<Article> articles =
                numbered(5000, i -> "Kanal bei Kilometer " + i + " und " + i / 300 + " gesperrt").stream()
                        .map(article -> undated(article, NOW))
                        .toList();

        assertThat(group(articles).stream()
                        .mapToInt(story -> story.articles().size())
                        .sum())
                .isEqualTo(5000);
    }

    @Test
    void keepsTitlesOfAllScriptsAndOfSignsAloneApart() {
        List<String> titles =
                List.of("東京で大きな地震", "Президент подписал закон", "السلام في المدينة", "!!!", "🎉🎉", "STURM AM DEICH");

        assertThat(group(numbered(titles.size(), titles::get))).hasSize(titles.size());
    }

    @Test
    void bearsTitlesWithoutEnd() {
        List<Article> articles = numbered(50, i -> "Wort" + i + " ohne Ende ".repeat(2000));

        assertThat(group(articles).stream()
                        .mapToInt(story -> story.articles().size())
                        .sum())
                .isEqualTo(50);
    }

    @Test
    void tellsEmojiApartThatSeveralOutletsSend() {
        assertThat(group(numbered(20, i -> "🎉🎉"))).hasSize(20);
    }

    @Test
    void readsCapitalsLikeOtherLetters() {
        Article loud = ofSource("Wattwerk", "f3", FERRY_TOO.title().toUpperCase(Locale.GERMAN), FERRY_TOO.summary());

        assertThat(told(group(german(FERRY, loud)), FERRY)).containsExactlyInAnyOrder(FERRY, loud);
    }

    @Test
    void letsAPreferredSourceLeadAndElseTheFullest() {
        Article preferred = in(FERRY, Locale.GERMAN, "https://preferred.example/");
        Map<URI, Double> weights = Map.of(preferred.feed(), 1.5);

        List<Cluster> usual = group(german(FERRY, FERRY_TOO));
        List<Cluster> weighed = grouper.group(german(preferred, FERRY_TOO), new Grouping(Strictness.DEFAULT, weights));

        assertThat(told(usual, FERRY)).hasSize(2);
        assertThat(told(weighed, preferred)).first().isEqualTo(preferred);
    }

    @Test
    void joinsMoreTheLessStrictItIs() {
        List.of(Locale.GERMAN, Locale.ENGLISH).forEach(this::joinsMoreTheLessStrictItIs);
    }

    private void joinsMoreTheLessStrictItIs(Locale language) {
        long seed = Long.getLong("broadsheet.seed", 5);
        Random random = new Random(seed);
        List<Article> articles = numbered(400, i -> ofEvent(random, i % 60) + " " + words(random, 2)).stream()
                .map(article -> article.in(language))
                .toList();

        List<Integer> clusters = Stream.of(Strictness.STRICT, Strictness.DEFAULT, Strictness.BALANCED)
                .map(strictness -> grouper.group(articles, new Grouping(strictness, Map.of()))
                        .size())
                .toList();

        assertThat(clusters).as("seed %d", seed).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(clusters.get(0)).isGreaterThan(clusters.get(2));
    }

    @Test
    void hasNoStoriesForNoArticles() {
        assertThat(group(List.of())).isEmpty();
    }

    private static final Article FERRY = ofSource(
            "Abendblick",
            "f1",
            "Fähre nach Grönum läuft auf Sandbank: 140 Passagiere sitzen fest",
            "Das Schiff kommt erst mit der Flut wieder frei. Seenotretter bringen Decken und Tee an Bord.");

    private static final Article FERRY_TOO = ofSource(
            "Wattwerk",
            "f2",
            "140 Passagiere warten auf die Flut: Grönumer Fähre sitzt auf Sandbank",
            "Seenotretter versorgten die Menschen mit Tee. Der Kapitän hatte einem Segler ausweichen müssen.");

    private static List<Article> numbered(int count, IntFunction<String> title) {
        return IntStream.range(0, count)
                .mapToObj(i -> ofSource("Quelle " + i % 40, "a" + i, title.apply(i), ""))
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

package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.config.Newsletters.withTopics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What topics learn from articles of an invented world, in which each field has its own words. */
class SelfTrainingTest {
    private static final List<String> FIELDS = List.of("hafen", "garten", "sterne");

    private final long seed = Long.getLong("broadsheet.seed", 3);
    private final Random random = new Random(seed);
    private final LearnedTopics topics = new LearnedTopics();

    /** Of every four articles of a field, one uses the word that the field is called by. */
    private List<Article> articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String field = FIELDS.get(i % FIELDS.size());
                    String named = i / FIELDS.size() % 4 == 0 ? field + " " : "";
                    return article(field + i, named + words(field, 6), words(field, 10) + " " + words("alle", 5));
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String words(String field, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> field.substring(0, 3) + "wort" + (char) ('a' + random.nextInt(25)))
                .collect(Collectors.joining(" "));
    }

    private Map<String, Long> right(Newsletter newsletter, List<Article> articles) {
        Assignment assignment = topics.assign(newsletter, articles, articles);
        return articles.stream()
                .collect(Collectors.groupingBy(
                        article -> article.id().replaceAll("\\d", "") + " in "
                                + assignment.of(article).topic().orElse("none"),
                        Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 900, 2700})
    void putsArticlesWithoutAKeywordWhereTheirWordsBelong(int count) {
        Newsletter newsletter =
                withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")), topic("s", List.of("sterne")));

        assertThat(right(newsletter, articles(count)))
                .as("seed %d", seed)
                .containsOnlyKeys("hafen in h", "garten in g", "sterne in s");
    }

    @Test
    void keepsOutWhatBelongsToNoTopicThatIsNamed() {
        Newsletter newsletter = withTopics(topic("h", List.of("hafen")));

        assertThat(right(newsletter, articles(900)))
                .as("seed %d", seed)
                .containsOnlyKeys("hafen in h", "garten in none", "sterne in none");
    }

    @Test
    void isNotMisledByAFeedThatRepeatsWhatBelongsNowhere() {
        Newsletter newsletter =
                withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")), topic("s", List.of("sterne")));
        List<Article> articles = articles(600);
        List<Article> known = new ArrayList<>(articles);
        IntStream.range(0, 5_000)
                .forEach(i -> known.add(article("again" + i, "Immer dieselbe Anzeige", "Kauft mehr.")));

        Assignment assignment = topics.assign(newsletter, articles, known);

        assertThat(articles)
                .as("seed %d", seed)
                .allSatisfy(article -> assertThat(assignment.of(article).topic())
                        .contains(article.id().substring(0, 1)));
    }

    @Test
    void leavesItToKeywordsWhereThereIsLittleToLearnFrom() {
        Newsletter newsletter = withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")));
        List<Article> few = articles(60);

        Assignment assignment = topics.assign(newsletter, few, few);

        assertThat(few.stream().map(assignment::of).map(TopicChoice::evidence).distinct())
                .containsExactlyInAnyOrder(Evidence.KEYWORDS, Evidence.NONE);
        assertThat(assignment.reasons(few.get(0))).isEmpty();
    }

    @Test
    void givesTheSameTopicsInWhateverOrderArticlesCome() {
        Newsletter newsletter = withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")));
        List<Article> articles = articles(400);
        Assignment first = topics.assign(newsletter, articles, articles);
        List<TopicChoice> expected = articles.stream().map(first::of).toList();
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);

        Assignment second = topics.assign(newsletter, shuffled, List.of());

        assertThat(articles.stream().map(second::of)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void namesTheWordsThatSpokeForAndAgainst() {
        Newsletter newsletter =
                withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")), topic("s", List.of("sterne")));
        List<Article> articles = articles(900);
        Article mixed = article("mixed", words("hafen", 9) + " " + words("garten", 2), "");
        articles.add(mixed);

        Assignment assignment = topics.assign(newsletter, articles, List.of());

        assertThat(assignment.of(mixed).topic()).contains("h");
        assertThat(assignment.reasons(mixed)).hasValueSatisfying(reasons -> {
            assertThat(reasons.against()).isEqualTo("Thema g");
            assertThat(reasons.strongestFor())
                    .hasSize(3)
                    .allMatch(word -> word.text().startsWith("haf"));
            assertThat(reasons.strongestAgainst())
                    .isNotEmpty()
                    .allMatch(word -> word.text().startsWith("gar"));
        });
    }

    @Test
    void namesAWordThatNobodyElseUsesForHowItBegins() {
        Newsletter newsletter =
                withTopics(topic("h", List.of("hafen")), topic("g", List.of("garten")), topic("s", List.of("sterne")));
        List<Article> articles = articles(900);
        Article unheard = article("unheard", "Hafwortentladung", "");
        articles.add(unheard);

        Assignment assignment = topics.assign(newsletter, articles, List.of());

        assertThat(assignment.of(unheard).topic()).contains("h");
        assertThat(assignment.reasons(unheard))
                .hasValueSatisfying(reasons -> assertThat(reasons.strongestFor())
                        .extracting(Reasons.Word::text)
                        .containsExactly("Hafwortentladung"));
    }

    @Test
    void bearsWhateverFeedsHold() {
        List<Article> articles = articles(250);
        articles.add(article("emoji", "🎉🎉", ""));
        articles.add(article("loud", "HAFEN HAFEN", "HAFEN"));
        articles.add(article("long", "Hafen " + "x".repeat(20_000), "wort ".repeat(20_000)));
        IntStream.range(0, 3_000).forEach(i -> articles.add(article("again" + i, "Der Hafen live", "Immer dasselbe.")));
        Newsletter newsletter = withTopics(
                topic("h", List.of("hafen", "der", "🎉")), topic("g", List.of("garten")), topic("none", List.of()));

        Assignment assignment = topics.assign(newsletter, articles, articles);

        assertThat(assignment.of(articles.get(articles.size() - 1)).topic()).contains("h");
        assertThat(topics.assign(newsletter, List.of(), List.of())
                        .of(articles.get(0))
                        .topic())
                .isEmpty();
    }
}

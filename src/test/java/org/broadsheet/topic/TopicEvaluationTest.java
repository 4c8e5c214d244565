package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Topic;
import org.broadsheet.testing.LabelledSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures topics that are told by ten keywords each against labelled ones. */
class TopicEvaluationTest {
    private static final String FEEDS = "topics_de_feeds_train_pool";

    private final LearnedTopics topics = new LearnedTopics();

    @ParameterizedTest
    @CsvSource({
        "topics_en_ag_dev, ag, '', 0.86",
        "topics_de_feeds_dev, feeds_de, " + FEEDS + ", 0.7",
        "topics_de_10kgnad_dev, 10kgnad, '', 0.69",
        "topics_de_10kgnad_dev, 10kgnad, " + FEEDS + ", 0.66",
    })
    void findsTheTopicOfMostArticlesWhereAllTopicsAreNamed(String set, String keywords, String pool, double least)
            throws IOException {
        LabelledSet labelled = LabelledSet.read(set);

        double accuracy = accuracy(labelled, assign(labelled, topics(keywords, List.of()), pool));

        System.out.printf(Locale.ROOT, "%-22s accuracy %.4f %s%n", set, accuracy, pool);
        assertThat(accuracy).isGreaterThanOrEqualTo(least);
    }

    /** However few are known, it must not take the topics for some of many and leave most articles out. */
    @ParameterizedTest
    @CsvSource({
        "topics_en_ag_dev, ag, 12, 0.77",
        "topics_de_feeds_dev, feeds_de, 6, 0.48",
        "topics_de_feeds_dev, feeds_de, 1, 0.58",
        "topics_de_10kgnad_dev, 10kgnad, 2, 0.6",
    })
    void findsTheTopicOfMostArticlesWhereFewAreKnown(String set, String keywords, int oneOf, double least)
            throws IOException {
        LabelledSet all = LabelledSet.read(set);
        int[] some = IntStream.range(0, all.articles().size())
                .filter(i -> i % oneOf == 0)
                .toArray();
        LabelledSet labelled = new LabelledSet(
                Arrays.stream(some).mapToObj(all.articles()::get).toList(),
                Arrays.stream(some).mapToObj(all.labels()::get).toList());

        double accuracy = accuracy(labelled, assign(labelled, topics(keywords, List.of()), ""));

        System.out.printf(Locale.ROOT, "%-22s accuracy %.3f of %d%n", set, accuracy, some.length);
        assertThat(accuracy).isGreaterThanOrEqualTo(least);
    }

    private static double accuracy(LabelledSet labelled, List<String> found) {
        long right = IntStream.range(0, found.size())
                .filter(i -> found.get(i).equals(labelled.label(i, "label")))
                .count();

        return (double) right / found.size();
    }

    @ParameterizedTest
    @CsvSource({
        "topics_en_ag_dev, ag, '', Sports Sci/Tech, 0.875",
        "topics_de_feeds_dev, feeds_de, " + FEEDS + ", Sport Digital Wirtschaft, 0.775",
        "topics_de_feeds_dev, feeds_de, " + FEEDS + ", Wissenschaft Kultur, 0.65",
    })
    void keepsTheRestOutWhereSomeTopicsAreNamed(String set, String keywords, String pool, String named, double least)
            throws IOException {
        LabelledSet labelled = LabelledSet.read(set);
        List<String> names = List.of(named.split(" ", -1));
        List<String> found = assign(labelled, topics(keywords, names), pool);

        double f1 = names.stream()
                .mapToDouble(name -> f1(labelled, found, name))
                .average()
                .orElseThrow();

        System.out.printf(Locale.ROOT, "%-22s macro-F1 %.3f %s%n", set, f1, names);
        assertThat(f1).isGreaterThanOrEqualTo(least);
    }

    private static double f1(LabelledSet labelled, List<String> found, String name) {
        long right = 0;
        long chosen = 0;
        long wanted = 0;
        for (int i = 0; i < found.size(); i++) {
            boolean is = labelled.label(i, "label").equals(name);
            boolean got = found.get(i).equals(name);
            right += is && got ? 1 : 0;
            chosen += got ? 1 : 0;
            wanted += is ? 1 : 0;
        }
        return 2.0 * right / (chosen + wanted);
    }

    private List<String> assign(LabelledSet labelled, List<Topic> all, String pool) throws IOException {
        List<Article> known = new ArrayList<>(labelled.articles());
        if (!pool.isEmpty()) {
            known.addAll(LabelledSet.read(pool).articles());
        }
        Newsletter newsletter = Newsletters.withTopics(all.toArray(Topic[]::new));
        Assignment assignment = topics.assign(newsletter, labelled.articles(), known);
        return labelled.articles().stream()
                .map(article -> assignment
                        .of(article)
                        .topic()
                        .flatMap(newsletter::topic)
                        .map(Topic::title)
                        .orElse(""))
                .toList();
    }

    /** The topics of those names, or all of a set. */
    private static List<Topic> topics(String set, List<String> names) throws IOException {
        JsonNode all = new JsonMapper()
                .readTree(Files.readString(LabelledSet.file("keywords.json")))
                .get(set);
        List<Topic> topics = new ArrayList<>();
        for (String name : all.propertyNames()) {
            if (names.isEmpty() || names.contains(name)) {
                List<String> keywords =
                        all.get(name).valueStream().map(JsonNode::asString).toList();
                topics.add(new Topic(
                        "t" + topics.size(), name, keywords, List.of(), Optional.empty(), Optional.empty(), 1));
            }
        }
        return topics;
    }
}

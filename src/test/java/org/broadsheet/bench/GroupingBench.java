package org.broadsheet.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Strictness;
import org.broadsheet.config.Topic;
import org.broadsheet.story.Background;
import org.broadsheet.story.Grouping;
import org.broadsheet.story.SimilarStories;
import org.broadsheet.topic.Analyzers;
import org.broadsheet.topic.LearnedTopics;

/** Measures how much processor time stories and topics of many articles take, and how that grows. */
public final class GroupingBench {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final int VOCABULARY = 200_000;
    private static final int TOPICS = 8;

    private final Random random = new Random(7);

    private GroupingBench() {}

    public static void main(String[] args) {
        GroupingBench bench = new GroupingBench();
        bench.stories(2_000, Duration.ofDays(3));
        bench.stories(10_000, Duration.ofDays(3));
        bench.stories(10_000, Duration.ofDays(30));
        System.out.println("stories:");
        for (Duration span : List.of(Duration.ofDays(3), Duration.ofDays(30))) {
            for (int count : new int[] {1_000, 10_000, 50_000, 100_000}) {
                System.out.printf(
                        Locale.ROOT,
                        "%7d articles within %2d days: %s%n",
                        count,
                        span.toDays(),
                        bench.stories(count, span));
            }
        }
        System.out.println("topics:");
        for (int count : new int[] {1_000, 12_000, 60_000}) {
            System.out.printf(Locale.ROOT, "%7d articles: %s%n", count, bench.topics(count));
        }
    }

    private String stories(int count, Duration span) {
        // English takes longest, as its stories are joined twice.
        List<Article> articles = articles(count, span).stream()
                .map(article -> article.in(Locale.ENGLISH))
                .toList();
        SimilarStories stories = new SimilarStories(language -> Background.empty(), new Analyzers());
        long before = heap();
        long start = processor();
        int found = stories.group(articles, new Grouping(Strictness.DEFAULT, Map.of()))
                .size();
        double seconds = (processor() - start) / 1e9;
        return String.format(
                Locale.ROOT, "%6.2f s, %d clusters, %d MB more in use", seconds, found, (used() - before) >> 20);
    }

    private String topics(int count) {
        List<Article> articles = articles(count, Duration.ofDays(3));
        Topic[] all = new Topic[TOPICS];
        for (int i = 0; i < TOPICS; i++) {
            all[i] = Newsletters.topic("t" + i, List.of("f" + i + "w1", "f" + i + "w5", "f" + i + "w9"));
        }
        Newsletter newsletter = Newsletters.withTopics(all);
        long start = processor();
        new LearnedTopics().assign(newsletter, articles, articles);
        double seconds = (processor() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%6.2f s for words, training and assigning; %.0f articles/s",
                seconds,
                articles.size() / seconds);
    }

    /** The processor time of this thread: other work on the machine must not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return used();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Three in ten articles tell an event with others, in words of which half are the same. */
    private List<Article> articles(int count, Duration span) {
        List<Article> articles = new ArrayList<>(count);
        while (articles.size() < count) {
            int tellings = random.nextInt(10) < 8 ? 1 : 2 + random.nextInt(4);
            int field = random.nextInt(TOPICS);
            String event = words(field, 12);
            Instant at = NOW.minusSeconds((long) (random.nextDouble() * span.toSeconds()));
            for (int i = 0; i < tellings && articles.size() < count; i++) {
                articles.add(article(articles.size(), field, half(event), at.minusSeconds(random.nextInt(40_000))));
            }
        }
        return articles;
    }

    private Article article(int number, int field, String event, Instant at) {
        return new Article(
                "a" + number,
                URI.create("https://outlet.example/" + number),
                words(field, 3) + " " + event,
                event + " " + words(field, 18),
                Optional.empty(),
                Locale.GERMAN,
                List.of(),
                at,
                true,
                at,
                URI.create("https://outlet.example/feed"),
                "Outlet " + number % 200,
                Optional.empty(),
                0,
                "");
    }

    /** Words as they are spread in any language: few of them common, most of them rare (Zipf). */
    private String words(int field, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            words.append(random.nextInt(3) == 0 ? "f" + field : "a")
                    .append('w')
                    .append(rank)
                    .append(' ');
        }
        return words.toString().strip();
    }

    private String half(String event) {
        StringBuilder words = new StringBuilder();
        for (String word : event.split(" ", -1)) {
            words.append(random.nextBoolean() ? word + " " : "");
        }
        return words.toString().strip();
    }
}

package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.config.Newsletters.feed;
import static org.broadsheet.config.Newsletters.newsletter;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.feed.FeedSamples.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.Test;

/** The same articles, fetched in any order and some minutes apart, make the same edition. */
class SameEditionTest extends EditionMakerFixture {
    /** Feeds are fetched so many seconds before the edition at most, and no date is later, as that would be none. */
    private static final int FETCHING = 1_000;

    /** Enough for a classifier to be trained. */
    private static final int ARTICLES = 260;

    private final Newsletter newsletter = newsletter(
            SINCE,
            0,
            List.of(feed(ONE), feed(TWO)),
            List.of(topic("one", List.of("t0w1", "t0w2")), topic("two", List.of("t1w1", "t1w2"))));

    @Override
    Database empty() {
        return Database.open("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), "", "");
    }

    @Override
    void done(Database some) {
        some.close();
    }

    @Test
    void dependsNeitherOnTheOrderNorOnTheMinuteInWhichArticlesAreFetched() {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        System.out.println("-Dbroadsheet.seed=" + seed);
        Random random = new Random(seed);
        List<String> items = new ArrayList<>(IntStream.range(0, ARTICLES)
                .mapToObj(number -> entry(random, number))
                .toList());
        List<String> edition = edition(items, List.of(ONE, TWO), random);
        for (int i = 0; i < 4; i++) {
            close();
            open();
            Collections.shuffle(items, random);
            List<String> feeds = i % 2 == 0 ? List.of(TWO, ONE) : List.of(ONE, TWO);

            assertThat(edition(items, feeds, random))
                    .as("-Dbroadsheet.seed=%s", seed)
                    .isEqualTo(edition);
        }
        assertThat(edition).anyMatch(line -> line.startsWith("one")).anyMatch(line -> line.contains(" "));
    }

    /** The edition of entries, each in one of the feeds, which are fetched one after the other. */
    private List<String> edition(List<String> items, List<String> feeds, Random random) {
        for (String feed : feeds) {
            String[] own = items.stream()
                    .filter(item -> feed.equals(item.contains("/even") ? ONE : TWO))
                    .toArray(String[]::new);
            collect(feed, NOW.minusSeconds(random.nextInt(FETCHING)), own);
        }
        return make(newsletter, NOW).sections().stream()
                .flatMap(section -> section.stories().stream()
                        .map(story -> section.topic() + ": " + story.id() + " = "
                                + story.articles().stream().map(Article::title).collect(Collectors.joining(", "))))
                .toList();
    }

    /** An article about one of 60 events and one of two topics, with a date or without. */
    private static String entry(Random random, int number) {
        int event = random.nextInt(60);
        String path = (number % 2 == 0 ? "/even" : "/odd") + number;
        String date = random.nextBoolean() ? rfc822(NOW.minusSeconds(FETCHING + 60L * random.nextInt(5_000))) : "";
        String text = "<description>" + words(random, "t" + event % 2 + "w", 20) + "</description>";
        return item(words(random, "e" + event + "x", 5) + " " + number, path, date, text);
    }

    private static String words(Random random, String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + random.nextInt(8)).collect(Collectors.joining(" "));
    }
}

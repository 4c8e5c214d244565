package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.config.Newsletters.feed;
import static org.broadsheet.config.Newsletters.newsletter;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.feed.FeedSamples.item;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.article.Collecting;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.story.Story;
import org.junit.jupiter.api.Test;

/** What an edition holds and never holds, whatever the database. */
abstract class EditionMakerContract extends EditionMakerFixture {
    @Test
    void sortsStoriesIntoTopicsInTheirOrderAndTheRestIntoMore() {
        Newsletter newsletter = newsletter(
                SINCE,
                6,
                List.of(feed(ONE)),
                List.of(topic("city", List.of("Hafen")), topic("energy", List.of("Wind"))));
        collect(ONE, NOW, story("Wind für alle", 1), story("Neues vom Hafen", 2), story("Anderes", 3));

        Edition edition = make(newsletter, NOW);

        assertThat(edition.sections()).extracting(Section::topic).containsExactly("city", "energy", "more");
        assertThat(edition.sections()).extracting(Section::title).last().isEqualTo("Weiteres");
    }

    @Test
    void putsTheNewestFirstAndKeepsTheLimit() {
        collect(ONE, NOW, story("Drei", 3), story("Eins", 1), story("Zwei", 2));

        assertThat(headlines(make(limited(2), NOW))).containsExactly("Eins", "Zwei");
        assertThat(headlines(make(limited(0), NOW))).containsExactly("Eins", "Zwei", "Drei");
    }

    @Test
    void holdsOnlyWhatTheWindowAllows() {
        collect(ONE, NOW, story("Heute", 5), story("Gestern", 30));

        assertThat(headlines(make(windowed(Duration.ofDays(1)), NOW))).containsExactly("Heute");
        assertThat(headlines(make(windowed(Duration.ofDays(2)), NOW))).containsExactly("Heute", "Gestern");
    }

    @Test
    void tellsInTheFirstEditionWhateverTheFeedsHold() {
        collect(ONE, NOW, story("Alt", 24 * 400));

        assertThat(headlines(make(limited(6), NOW))).containsExactly("Alt");
    }

    @Test
    void neverCarriesAnArticleThatAnEarlierEditionCarried() {
        collect(ONE, NOW, story("Eins", 1));
        keep(make(limited(6), NOW));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        collect(ONE, tomorrow, story("Eins", 1), item("Zwei", "/Zwei", rfc822(tomorrow.minusSeconds(60)), ""));

        assertThat(headlines(make(limited(6), tomorrow))).containsExactly("Zwei");
        assertThat(headlines(make(windowed(Duration.ofDays(9)), tomorrow))).containsExactly("Zwei");
    }

    @Test
    void tellsAStoryThatMovedOnOnceMoreAsAnUpdate() {
        Newsletter newsletter = newsletter(SINCE, 6, List.of(feed(ONE), feed(TWO)), List.of());
        Instant second = NOW.plus(Duration.ofDays(1));
        Instant third = NOW.plus(Duration.ofDays(2));
        collect(ONE, NOW, story("Sturm sperrt den Hafen", 1));
        Edition first = make(newsletter, NOW);
        keep(first);

        collect(TWO, second, again("Sturm sperrt den Hafen", "/2", second), again("Anderes", "/3", second));
        Edition next = make(newsletter, second);
        keep(next);
        collect(TWO, third, again("Sturm sperrt den Hafen", "/4", third));

        assertThat(next.stories()).extracting(Story::update).containsExactlyInAnyOrder(true, false);
        assertThat(next.stories().filter(Story::update))
                .extracting(Story::id)
                .containsExactly(first.stories().findFirst().orElseThrow().id());
        assertThat(make(newsletter, third).isEmpty()).isTrue();
        assertThat(maker.select(newsletter, third).known()).singleElement().satisfies(known -> {
            assertThat(known.updated()).isTrue();
            assertThat(known.lastTold()).isEqualTo(second);
        });
    }

    @Test
    void doesNotTellAStoryAgainThatOnlyAnotherSourceToldAtTheTime() {
        Newsletter newsletter = newsletter(SINCE, 6, List.of(feed(ONE), feed(TWO)), List.of());
        collect(ONE, NOW, story("Sturm sperrt den Hafen", 1));
        keep(make(newsletter, NOW));

        collect(TWO, NOW.plusSeconds(60), again("Sturm sperrt den Hafen", "/2", NOW));

        assertThat(make(newsletter, NOW.plus(Duration.ofDays(1))).isEmpty()).isTrue();
    }

    @Test
    void repeatsNothingInAnEditionMadeForAnEarlierTime() {
        collect(ONE, NOW, story("Eins", 5));
        keep(make(limited(6), NOW));
        Instant earlier = NOW.minus(Duration.ofHours(2));

        assertThat(headlines(maker.make(limited(6), earlier, earlier).edition()))
                .isEmpty();
        assertThat(headlines(maker.preview(limited(6), earlier).edition())).containsExactly("Eins");
    }

    @Test
    void carriesWhatCameToLightLateButNotTheBacklogOfANewFeed() {
        keep(make(limited(6), NOW));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        collect(ONE, tomorrow, story("Verspätet", 3), story("Archiv", 24 * 30));

        assertThat(headlines(make(limited(6), tomorrow))).containsExactly("Verspätet");
    }

    @Test
    void leavesOutWhatWasPublishedAfterTheInstantThatIsAskedFor() {
        collect(ONE, NOW, story("Eins", 1), story("Fünf", 5));

        assertThat(headlines(make(limited(6), NOW.minus(Duration.ofHours(3))))).containsExactly("Fünf");
    }

    @Test
    void keepsAnUndatedArticleInAnEditionOfThePast() {
        collect(ONE, NOW, item("Ohne Datum", "/o", "", ""));

        assertThat(headlines(make(limited(6), NOW.minus(Duration.ofDays(3))))).containsExactly("Ohne Datum");
    }

    @Test
    void showsAnArticleOfTwoFeedsOnceAsThatOfTheFirst() {
        Newsletter newsletter = newsletter(
                SINCE,
                6,
                List.of(Feed.of(URI.create(TWO)).with(Optional.of("Wattwerk"), Optional.empty()), feed(ONE)),
                List.of());
        collect(ONE, NOW, story("Eins", 1));
        collect(TWO, NOW, story("Eins", 1));

        assertThat(make(newsletter, NOW).stories())
                .singleElement()
                .satisfies(story -> assertThat(story.lead().source()).isEqualTo("Wattwerk"));
    }

    @Test
    void namesASourceAsTheFeedDoesUnlessTheAdminDoes() {
        collect(ONE, NOW, story("Eins", 1));

        assertThat(make(limited(6), NOW)
                        .stories()
                        .findFirst()
                        .orElseThrow()
                        .lead()
                        .source())
                .isEqualTo("Küstenblatt");
    }

    @Test
    void changesNothingWhenTheSameFeedIsReadAgain() {
        collect(ONE, NOW, story("Eins", 1));
        List<Section> before = make(limited(6), NOW).sections();

        Collecting.Collected again = collect(ONE, NOW.plusSeconds(5), story("Eins", 1));

        assertThat(again.added()).isZero();
        assertThat(again.articles()).isOne();
        assertThat(make(limited(6), NOW).sections()).isEqualTo(before);
    }

    @Test
    void keepsOneEditionForEachDueTimeAndNeverChangesIt() {
        collect(ONE, NOW, story("Eins", 1));
        StoredEdition first = keep(make(limited(6), NOW));

        StoredEdition second = keep(make(limited(6), NOW));

        assertThat(second).isEqualTo(first);
        assertThat(editions.newest("morning", 10)).containsExactly(first);
    }

    @Test
    void writesEveryArticleOfAStoryIntoTheJson() {
        Newsletter newsletter = newsletter(SINCE, 6, List.of(feed(ONE), feed(TWO)), List.of());
        collect(ONE, NOW, story("Eins", 1));
        collect(TWO, NOW, "<item><title>Eins</title><link>https://wattwerk.example/1</link></item>");

        String json = new EditionJson().write(make(newsletter, NOW));

        assertThat(json)
                .contains("\"date\" : \"2026-11-23\"")
                .contains("\"url\" : \"https://kuestenblatt.example/Eins\"")
                .contains("\"url\" : \"https://wattwerk.example/1\"")
                .contains("\"image\" : null");
    }
}

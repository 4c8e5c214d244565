package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.config.Newsletters.feed;
import static org.broadsheet.config.Newsletters.newsletter;
import static org.broadsheet.config.Newsletters.topic;
import static org.broadsheet.feed.FeedSamples.item;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.story.Story;
import org.junit.jupiter.api.Test;

/** What a round-up holds, and that it leaves editions as they would be without it, whatever the database. */
abstract class RoundUpContract extends EditionMakerFixture {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Newsletter TWO_FEEDS = newsletter(SINCE, 6, List.of(feed(ONE), feed(TWO)), List.of());

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    /** An item published an hour before an edition is made. */
    private static String news(String title, String path, Instant made) {
        return item(title, path, rfc822(made.minus(Duration.ofHours(1))), "");
    }

    private StoredEdition edition(Newsletter newsletter, Instant at) {
        return keep(maker.make(newsletter, at, at).edition());
    }

    private Edition roundUp(Newsletter newsletter, Instant at) {
        return roundUps.make(newsletter, new RoundUpDue(at, BERLIN), at);
    }

    /** Monday, Tuesday and Wednesday, one story each. */
    private void threeEditions(Newsletter newsletter) {
        collect(ONE, day(0), news("Montag bringt Regen", "/1", day(0)));
        edition(newsletter, day(0));
        collect(ONE, day(1), news("Museum zeigt Landkarten", "/2", day(1)));
        edition(newsletter, day(1));
        collect(ONE, day(2), news("Verein steigt ab", "/3", day(2)));
        edition(newsletter, day(2));
    }

    @Test
    void holdsWhatTheEditionsOfTheWeekTold() {
        threeEditions(limited(6));
        collect(ONE, day(3), news("Noch in keiner Ausgabe", "/4", day(3)));

        Edition roundUp = roundUp(limited(6), day(4));

        assertThat(headlines(roundUp))
                .containsExactlyInAnyOrder("Montag bringt Regen", "Museum zeigt Landkarten", "Verein steigt ab");
        assertThat(roundUp.week()).hasValue(new Week(2026, 48));
        assertThat(roundUp.madeAt()).isEqualTo(day(4));
    }

    @Test
    void leavesOutWhatIsOlderThanAWeekAndWhatIsNotToldYet() {
        threeEditions(limited(6));

        assertThat(headlines(roundUp(limited(6), day(8)))).containsExactly("Verein steigt ab");
        assertThat(headlines(roundUp(limited(6), day(1))))
                .containsExactlyInAnyOrder("Montag bringt Regen", "Museum zeigt Landkarten");
        assertThat(roundUp(limited(6), day(30)).isEmpty()).isTrue();
    }

    @Test
    void keepsTheBestOfEachTopicUpToTheNewslettersLimit() {
        List<org.broadsheet.config.Topic> topics =
                List.of(topic("city", List.of("Hafen")), topic("energy", List.of("Wind")));
        Newsletter two = newsletter(SINCE, 2, List.of(feed(ONE)), topics);
        for (int day = 0; day < 3; day++) {
            Instant made = day(day);
            collect(
                    ONE,
                    made,
                    item(
                            "Hafen, kaum beachtet am Tag " + day,
                            "/h" + day,
                            rfc822(made.minus(Duration.ofHours(20))),
                            ""),
                    item("Wind " + "weht kräftig ".repeat(day + 1), "/w" + day, rfc822(made.minusSeconds(60)), ""));
            edition(two, made);
        }
        collect(ONE, day(3), item("Hafen in aller Munde", "/best", rfc822(day(3).minusSeconds(60)), ""));
        edition(two, day(3));

        Edition roundUp = roundUp(two, day(4));

        assertThat(roundUp.sections()).extracting(Section::topic).containsExactly("city", "energy");
        assertThat(roundUp.sections())
                .allSatisfy(section -> assertThat(section.stories()).hasSizeLessThanOrEqualTo(2));
        assertThat(roundUp.sections().get(0).stories().get(0).lead().title()).isEqualTo("Hafen in aller Munde");
    }

    @Test
    void isAChoiceAlsoWhereSectionsHaveNoLimit() {
        for (int number = 0; number < 9; number++) {
            collect(ONE, day(0), news("Ereignis".repeat(number + 1) + " Nummer " + number, "/" + number, day(0)));
        }
        edition(limited(0), day(0));

        assertThat(roundUp(limited(0), day(1)).stories()).hasSize(RoundUpMaker.USUAL_LIMIT);
    }

    @Test
    void tellsAStoryThatReturnedAsAnUpdateOnceInItsNewestForm() {
        collect(ONE, day(0), news("Sturm sperrt den Hafen", "/1", day(0)));
        edition(TWO_FEEDS, day(0));
        collect(TWO, day(1), again("Sturm sperrt den Hafen weiter", "/2", day(1)));
        StoredEdition second = edition(TWO_FEEDS, day(1));

        Edition roundUp = roundUp(TWO_FEEDS, day(2));

        assertThat(second.week()).isEmpty();
        assertThat(roundUp.stories()).singleElement().satisfies(story -> {
            assertThat(story.lead().title()).isEqualTo("Sturm sperrt den Hafen weiter");
            assertThat(story.update()).isFalse();
        });
    }

    @Test
    void keepsTheUpdateOfAStoryThatTheRoundUpBeforeTold() {
        collect(ONE, day(0), news("Sturm sperrt den Hafen", "/1", day(0)));
        edition(TWO_FEEDS, day(0));
        keep(roundUp(TWO_FEEDS, day(0)));
        collect(TWO, day(1), again("Sturm sperrt den Hafen weiter", "/2", day(1)));
        edition(TWO_FEEDS, day(1));

        assertThat(roundUp(TWO_FEEDS, day(7)).stories())
                .extracting(Story::update)
                .containsExactly(true);
    }

    @Test
    void goesOnWhereTheRoundUpBeforeEndedAlsoWhenItCameOnAnotherDay() {
        threeEditions(limited(6));
        keep(roundUp(limited(6), day(0)));

        assertThat(headlines(roundUp(limited(6), day(9))))
                .containsExactlyInAnyOrder("Museum zeigt Landkarten", "Verein steigt ab");
        assertThat(headlines(roundUps.preview(limited(6), day(2)))).hasSize(3);
    }

    @Test
    void tellsNothingOfAFeedThatTheNewsletterNoLongerHas() {
        collect(TWO, day(0), news("Aus der Werft", "/2", day(0)));
        threeEditions(TWO_FEEDS);

        assertThat(headlines(roundUp(limited(6), day(3)))).hasSize(3).doesNotContain("Aus der Werft");
    }

    @Test
    void thereIsOneForEachNewsletterAndWeek() {
        threeEditions(limited(6));
        StoredEdition first = keep(roundUp(limited(6), day(4)));

        StoredEdition again = keep(roundUp(limited(6), day(5)));

        assertThat(again).isEqualTo(first);
        assertThat(editions.find("morning", new Week(2026, 48))).hasValue(first);
        assertThat(editions.find("morning", new Week(2026, 49))).isEmpty();
        assertThat(editions.find("evening", new Week(2026, 48))).isEmpty();
    }

    @Test
    void standsBesideAnEditionThatIsDueAtTheSameTime() {
        threeEditions(limited(6));

        StoredEdition roundUp = keep(roundUp(limited(6), day(2)));

        assertThat(roundUp.week()).isPresent();
        StoredEdition edition = editions.find("morning", day(2)).orElseThrow();
        assertThat(edition.week()).isEmpty();
        EditionAddress.Span minute =
                EditionAddress.parse("2026-11-25T0700", BERLIN).orElseThrow();
        assertThat(editions.find("morning", minute)).hasValue(edition);
        assertThat(editions.newest("morning", 2)).containsExactly(roundUp, edition);
    }

    @Test
    void countsAsNoEditionForTheNextOne() {
        threeEditions(limited(6));
        collect(ONE, day(3), news("Zwischen Ausgabe und Wochenrückblick", "/4", day(3)));
        Edition without = make(limited(6), day(4));
        Optional<Instant> last = editions.lastMadeBefore("morning", day(4));

        keep(roundUp(limited(6), day(3).plusSeconds(60)));

        assertThat(editions.lastMadeBefore("morning", day(4))).isEqualTo(last);
        assertThat(editions.lastRoundUpBefore("morning", day(4))).hasValue(day(3).plusSeconds(60));
        assertThat(make(limited(6), day(4)).sections()).isEqualTo(without.sections());
        assertThat(headlines(make(limited(6), day(4)))).containsExactly("Zwischen Ausgabe und Wochenrückblick");
        EditionFiguresStore figures = new EditionFiguresStore(database);
        assertThat(figures.count("morning")).isEqualTo(3);
        assertThat(figures.since(day(0), 9))
                .extracting(EditionFiguresStore.EditionFigures::week)
                .containsExactly(Optional.of(new Week(2026, 48)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void isNoReasonToTellAStoryOfLateAsAnUpdateOrNotAtAll() {
        collect(ONE, day(0), news("Sturm sperrt den Hafen", "/1", day(0)));
        edition(TWO_FEEDS, day(0));
        keep(roundUp(TWO_FEEDS, day(1)));
        // Published after the edition and before the round-up: news to whoever read the edition.
        collect(TWO, day(1), again("Sturm sperrt den Hafen weiter", "/2", day(1)));

        assertThat(make(TWO_FEEDS, day(2)).stories()).extracting(Story::update).containsExactly(true);
    }

    @Test
    void readsTheNewestWordsOfAnArticle() {
        collect(ONE, day(0), news("Hafen gespert", "/1", day(0)));
        edition(limited(6), day(0));
        database.change(handle -> handle.execute("update article set title = 'Hafen gesperrt'"));

        assertThat(headlines(roundUp(limited(6), day(1)))).containsExactly("Hafen gesperrt");
    }
}

package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake an admin can make in a newsletter's file, with file, line, column, path and words. */
class ProblemsOfNewslettersTest {
    private static final String FILE = "newsletters/morning.yml:";

    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void soundFolder() {
        folder = new Folder(directory);
        assertThat(folder.headlines()).isEmpty();
    }

    private void reports(String... headlines) {
        assertThat(folder.headlines()).containsExactly(headlines);
    }

    @Test
    void reportsAnUnknownKeyWithTheKeyThatWasMeant() {
        folder.newsletterWith("keywords:", "keywrds:");
        reports(FILE + "10:5: topics[0].keywrds: unknown key; did you mean \"keywords\"?");
        assertThat(folder.problems().get(0).withSource())
                .endsWith("\n        keywrds: [KI]\n        ^".replace("\n", System.lineSeparator()));
    }

    @Test
    void reportsAnUnknownKeyThatIsNearNothingWithTheKeysThereAre() {
        folder.newsletterWith("topic: ki}", "colour: red}");
        reports(FILE + "6:41: feeds[1].colour: unknown key; the keys here are url, name, topic,"
                + " full-text, language, weight");
    }

    @Test
    void doesNotCallAMisspeltRequiredKeyMissingToo() {
        folder.newsletterWith("title: Der", "titel: Der");
        reports(FILE + "1:1: titel: unknown key; did you mean \"title\"?");
    }

    @Test
    void reportsADayAndAnHourOfTheRoundUpThatAreNone() {
        folder.newsletterWith("language: de", "language: de\nround-up: {day: fridy, at: \"25:00\"}");
        reports(
                FILE + "3:17: round-up.day: 'fridy' is not a day of the week such as friday; did you mean \"friday\"?",
                FILE + "3:28: round-up.at: '25:00' is not a time from 00:00 to 23:59, such as 07:00");
        assertThat(folder.problems().get(0).withSource())
                .endsWith("\n    round-up: {day: fridy, at: \"25:00\"}\n                    ^"
                        .replace("\n", System.lineSeparator()));
    }

    @Test
    void reportsMoreThanOneDayOfTheRoundUp() {
        folder.newsletterWith("language: de", "language: de\nround-up: {day: \"fri,sat\"}");
        reports(FILE + "3:17: round-up.day: 'fri,sat' is not a day of the week such as friday");
    }

    @Test
    void reportsAKeyThatStandsTwice() {
        folder.newsletterWith("language: de", "language: de\ntitle: Der Abend");
        reports(FILE + "3:1: title: this key stands here twice; remove one of the two");
    }

    @Test
    void reportsAMappingWhereAListIsExpected() {
        folder.newsletterWith("[KI]", "{a: KI}");
        reports(FILE + "10:15: topics[0].keywords: must be a list (lines that begin with `- `, or [a, b]),"
                + " not a mapping");
    }

    @Test
    void reportsTextWhereAListIsExpected() {
        folder.newsletterWith("[KI]", "KI");
        reports(FILE + "10:15: topics[0].keywords: must be a list (lines that begin with `- `, or [a, b]),"
                + " not plain text");
    }

    @Test
    void reportsTextWhereANumberIsExpected() {
        folder.newsletterWith("language: de", "language: de\nstories-per-topic: six");
        reports(FILE + "3:20: stories-per-topic: 'six' is not a whole number");
    }

    @Test
    void reportsANumberOutOfRange() {
        folder.newsletterWith("language: de", "language: de\nstories-per-topic: -1");
        reports(FILE + "3:20: stories-per-topic: '-1' is not a whole number from 0 on");
        folder.newsletterWith("topic: ki}", "weight: 11}");
        reports(FILE + "6:41: feeds[1].weight: must be a number from 0.1 to 10");
    }

    @Test
    void wantsTrueOrFalseForASwitch() {
        folder.newsletterWith("topic: ki}", "full-text: yes}");
        reports(FILE + "6:52: feeds[1].full-text: 'yes' is neither true nor false");
    }

    @Test
    void reportsAListWhereTextIsExpected() {
        folder.newsletterWith("Der Morgen", "[Der, Morgen]");
        reports(FILE + "1:8: title: must be text, not a list");
    }

    @Test
    void reportsTextWhereAMappingIsExpected() {
        folder.newsletterWith("{at: 07:00, days: mon-fri, time-zone: Europe/Berlin}", "daily");
        reports(FILE + "3:11: schedule: must be a mapping with the keys at, days, cron, time-zone, grace,"
                + " not plain text");
    }

    @Test
    void reportsAMissingKeyAtTheMappingThatLacksIt() {
        folder.newsletterWith("    title: KI\n", "");
        reports(FILE + "8:5: topics[0].title: this key is required and missing; The section's heading.");
    }

    @Test
    void reportsABadCronExpression() {
        folder.newsletterWith("at: 07:00, days: mon-fri", "cron: 0 7 *");
        reports(FILE + "3:18: schedule.cron: not a Quartz cron expression such as \"0 0 7 ? * MON-FRI\":"
                + " '0 7 *' has too few fields");
    }

    @Test
    void reportsAtAndCronTogether() {
        folder.newsletterWith("days: mon-fri", "cron: 0 0 7 ? * *");
        reports(FILE + "3:11: schedule: has both `at` and `cron`; keep one of them");
    }

    @Test
    void reportsAScheduleWithNeitherAtNorCron() {
        folder.newsletterWith("at: 07:00, ", "");
        reports(FILE + "3:11: schedule: needs `at`, such as 07:00, or `cron`");
    }

    @Test
    void reportsDaysBesideCronAtTheDays() {
        folder.newsletterWith("at: 07:00", "cron: 0 0 7 ? * *");
        reports(FILE + "3:31: schedule.days: goes with `at`, not with `cron`;"
                + " put the days into the cron expression");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berln,Europe/Berlin", "berlin,Europe/Berlin", "europe/paris,Europe/Paris"})
    void reportsABadTimeZoneWithTheOneThatWasMeant(String wrong, String meant) {
        folder.newsletterWith("Europe/Berlin", wrong);
        reports(FILE + "3:49: schedule.time-zone: '" + wrong + "' is not a time zone; did you mean \"" + meant + "\"?");
    }

    @Test
    void refusesAnOffsetBecauseItKnowsNoSummerTime() {
        folder.newsletterWith("Europe/Berlin", "\"+01:00\"");
        reports(FILE + "3:49: schedule.time-zone: '+01:00' is not a time zone;"
                + " write an IANA name such as Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource({"deutsch,de", "German,de", "en_GB,en-GB", "english,en"})
    void reportsALanguageThatIsNoTagWithTheTagThatWasMeant(String wrong, String meant) {
        folder.newsletterWith("language: de", "language: " + wrong);
        reports(FILE + "2:11: language: '" + wrong + "' is not a language tag; did you mean \"" + meant + "\"?");
    }

    @Test
    void reportsALanguageThatDoesNotExist() {
        folder.newsletterWith("language: de", "language: xx");
        reports(FILE + "2:11: language: 'xx' is not a language tag; write one such as de, en-GB or pt-BR");
    }

    @Test
    void reportsACountryThatDoesNotExist() {
        folder.newsletterWith("language: de", "language: de-QX");
        reports(FILE + "2:11: language: 'de-QX' names no country that exists;"
                + " write a tag such as de, en-GB or pt-BR");
    }

    @Test
    void reportsABadAddress() {
        folder.newsletterWith("language: de", "language: de\nsubscribers: [reader@example.com, reader@]");
        reports(FILE + "3:35: subscribers[1]: 'reader@' is not an e-mail address");
    }

    @Test
    void reportsATopicThatIsThereTwice() {
        folder.newsletter(Folder.NEWSLETTER + "  - {id: ki, title: Noch einmal}\n");
        reports(FILE + "11:10: topics[1].id: topic \"ki\" stands here twice; give one of the two another id;"
                + " the first is in line 8");
    }

    @Test
    void reportsATopicIdWithForbiddenCharacters() {
        folder.newsletterWith("id: ki", "id: k i");
        reports(FILE + "8:5: topics[0].id: 'k i' may hold only letters, digits, - and _");
    }

    @Test
    void keepsTheTopicIdMoreForItself() {
        folder.newsletter(Folder.NEWSLETTER + "  - {id: more, title: Mehr}\n");
        reports(FILE + "11:10: topics[1].id: `more` is the section for everything else;"
                + " give the topic another id");
    }

    @Test
    void reportsAFeedWhoseTopicIsNotThereWithTheOneThatWasMeant() {
        folder.newsletterWith("topic: ki}", "topic: kii}");
        reports(FILE + "6:48: feeds[1].topic: there is no topic \"kii\"; did you mean \"ki\"?");
    }

    @Test
    void reportsAFeedWhoseTopicIsNotThereWithTheTopicsThereAre() {
        folder.newsletterWith("topic: ki}", "topic: wetter}");
        reports(FILE + "6:48: feeds[1].topic: there is no topic \"wetter\"; the topics are ki");
    }

    @Test
    void doesNotBlameAFeedForATopicThatCouldNotBeRead() {
        folder.newsletterWith("  - id: ki\n    title", "  - title");
        reports(FILE + "8:5: topics[0].id: this key is required and missing; A short name for other keys to"
                + " refer to: letters, digits, - and _.");
    }

    @Test
    void reportsAFeedThatIsThereTwice() {
        folder.newsletterWith("https://example.org/ai.xml", "HTTPS://EXAMPLE.org/feed.xml");
        reports(FILE + "6:11: feeds[1].url: this feed stands here twice; remove one of the two;"
                + " the first is in line 5");
    }

    @Test
    void reportsANewsletterWithoutFeeds() {
        folder.newsletter("title: Der Morgen\nlanguage: de\nfeeds: []\n");
        reports(FILE + "3:8: feeds: a newsletter needs at least one feed");
    }

    @Test
    void reportsAFeedThatIsNeitherUrlNorPath() {
        folder.newsletterWith("https://example.org/feed.xml", "htps://example.org/feed.xml");
        reports(FILE + "5:5: feeds[0].url: 'htps:' is neither http:, https: nor file:; did you mean \"https\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.org/feed.xml,'ftp:' is neither http:",
        "https:///feed.xml,'https:///feed.xml' has no host",
        "https://example.org/a b,'https://example.org/a b' is not a URL; a space is written %20",
        "file:feed.xml,'file:feed.xml' has no absolute path"
    })
    void refusesAFeedThatCannotBeFetched(String url, String words) {
        folder.newsletterWith("https://example.org/feed.xml", "\"" + url + "\"");
        assertThat(folder.headlines()).singleElement().asString().contains(words.replace("''", "'"));
    }

    @ParameterizedTest
    @CsvSource({"null", "~", "''"})
    void reportsAKeyWithoutAValue(String nothing) {
        folder.newsletterWith("title: Der Morgen", "title: " + nothing);
        assertThat(folder.headlines())
                .singleElement()
                .asString()
                .startsWith(FILE + "1:")
                .endsWith(": title: has no value; write one, or remove the key");
    }

    @Test
    void reportsAnEmptyText() {
        folder.newsletterWith("title: Der Morgen", "title: \"\"");
        reports(FILE + "1:8: title: must not be empty");
    }

    @ParameterizedTest
    @CsvSource({
        "window: 24,3:9: window: '24' is neither `since-last-edition` nor a duration such as 24h or 7d",
        "window: since-last-editon,3:9: window: 'since-last-editon' is neither `since-last-edition` nor a duration"
                + " such as 24h or 7d; did you mean \"since-last-edition\"?",
        "window: 0h,3:9: window: '0h' is no time at all; write a duration such as 15m or 2h",
    })
    void reportsABadWindow(String line, String headline) {
        folder.newsletterWith("language: de", "language: de\n" + line);
        reports(FILE + headline);
    }

    @Test
    void reportsABadTimeAndBadDays() {
        folder.newsletterWith("at: 07:00, days: mon-fri", "at: 25:00, days: mon-frei");
        reports(
                FILE + "3:16: schedule.at: '25:00' is not a time from 00:00 to 23:59, such as 07:00",
                FILE + "3:29: schedule.days: 'frei' is not a day; write daily, mon-fri, or days such as"
                        + " mon,wed,fri");
    }

    @Test
    void reportsTheProblemsOfAllFilesAtOnceInTheOrderOfFilesAndLines() {
        folder.installation(Folder.INSTALLATION + "smpt: {}\n")
                .write("newsletters/evening.yaml", "title: Der Abend\nlanguage: deutsch\nfeeds: []\n")
                .newsletterWith("title: Der Morgen", "title:");
        reports(
                "broadsheet.yml:5:1: smpt: unknown key; did you mean \"smtp\"?",
                "newsletters/evening.yaml:2:11: language: 'deutsch' is not a language tag; did you mean \"de\"?",
                "newsletters/evening.yaml:3:8: feeds: a newsletter needs at least one feed",
                "newsletters/morning.yml:1:7: title: has no value; write one, or remove the key");
    }
}

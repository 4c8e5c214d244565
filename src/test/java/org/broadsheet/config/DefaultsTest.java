package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key of a newsletter means that is left out, and that every key reaches its record. */
class DefaultsTest {
    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void soundFolder() {
        folder = new Folder(directory);
    }

    @Test
    void fillsInTheNewsletterFromTitleLanguageAndFeeds() {
        folder.newsletter("title: Der Morgen\nlanguage: de\nfeeds: [a.xml]\n");
        assertThat(folder.morning())
                .isEqualTo(new Newsletter(
                        "morning",
                        "Der Morgen",
                        Locale.GERMAN,
                        Optional.empty(),
                        RoundUp.usual(),
                        new Window.SinceLastEdition(),
                        List.of(Feed.of(newsletters("a.xml"))),
                        List.of(),
                        Strictness.DEFAULT,
                        6,
                        Images.LINK,
                        Look.usual(),
                        List.of()));
    }

    @Test
    void readsEveryKeyOfANewsletter() {
        folder.newsletter("""
                title: 2026
                language: pt-BR
                schedule: {at: 7:05, days: "fri-sun, tue", time-zone: America/Sao_Paulo, grace: 0m}
                round-up: {day: Fri, at: "17:00"}
                window: 7d
                feeds:
                  - {url: "http://example.org/ü?a=b", name: Beispiel, topic: Käse_1, full-text: true, language: de-AT, weight: 1.5}
                topics:
                  - {id: Käse_1, title: T, keywords: [010, no, 22:30], categories: [C, 1e3], must: "a:b", must-not: x, weight: 2}
                stories: balanced
                stories-per-topic: 0
                images: embed
                look: {subject: "{title}: {lead}", accent: "#0A6B63", logo: "https://example.org/l.png", intro: Guten Morgen, closing: Bis bald}
                subscribers: [a@example.org, straße@example.org]
                """);
        assertThat(folder.morning())
                .isEqualTo(new Newsletter(
                        "morning",
                        "2026",
                        Locale.forLanguageTag("pt-BR"),
                        Optional.of(new Schedule(
                                Optional.of(LocalTime.of(7, 5)),
                                Optional.of(new Days(Set.of(
                                        DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.TUESDAY))),
                                Optional.empty(),
                                ZoneId.of("America/Sao_Paulo"),
                                Duration.ZERO)),
                        new RoundUp(Optional.of(DayOfWeek.FRIDAY), Optional.of(LocalTime.of(17, 0))),
                        new Window.Last(Duration.ofDays(7)),
                        List.of(new Feed(
                                URI.create("http://example.org/ü?a=b"),
                                Optional.of("Beispiel"),
                                Optional.of("Käse_1"),
                                true,
                                Optional.of(Locale.forLanguageTag("de-AT")),
                                1.5)),
                        List.of(new Topic(
                                "Käse_1",
                                "T",
                                List.of("010", "no", "22:30"),
                                List.of("C", "1e3"),
                                Optional.of("a:b"),
                                Optional.of("x"),
                                2)),
                        Strictness.BALANCED,
                        0,
                        Images.EMBED,
                        new Look(
                                new SubjectPattern("{title}: {lead}"),
                                new Colour("#0a6b63"),
                                Optional.of(URI.create("https://example.org/l.png")),
                                Optional.of("Guten Morgen"),
                                Optional.of("Bis bald")),
                        List.of(new EmailAddress("a@example.org"), new EmailAddress("straße@example.org"))));
    }

    @Test
    void makesOneLineOfATextSoThatNoMailHeaderBreaks() {
        folder.newsletterWith("title: Der Morgen", "title: |\n  Der gute\n  Morgen\n");
        assertThat(folder.morning().title()).isEqualTo("Der gute Morgen");
        folder.newsletterWith("Der Morgen", "\"Der\\r\\nBcc: x@example.org\"");
        assertThat(folder.morning().title()).isEqualTo("Der Bcc: x@example.org");
        folder.newsletterWith("Der Morgen", "\"Der\\e[31m\"");
        assertThat(folder.headlines())
                .containsExactly("newsletters/morning.yml:1:8: title: holds a control character; remove it");
    }

    @Test
    void readsACronExpressionInPlaceOfTimeAndDays() {
        folder.newsletterWith("at: 07:00, days: mon-fri", "cron: 0 0 7 ? * MON-FRI");
        assertThat(folder.morning().schedule().orElseThrow().cronExpression()).isEqualTo("0 0 7 ? * MON-FRI");
    }

    @Test
    void givesAScheduleSixHoursOfGraceAndEveryDay() {
        folder.newsletterWith(", days: mon-fri", "");
        Schedule schedule = folder.morning().schedule().orElseThrow();
        assertThat(schedule.grace()).isEqualTo(Duration.ofHours(6));
        assertThat(schedule.cronExpression()).isEqualTo("0 0 7 ? * MON,TUE,WED,THU,FRI,SAT,SUN");
    }

    @Test
    void sendsTheRoundUpAfterTheLastEditionOfTheWeek() {
        assertThat(roundUp(folder.morning())).isEqualTo("0 0 7 ? * FRI");
        folder.newsletterWith(", days: mon-fri", "");
        assertThat(roundUp(folder.morning())).isEqualTo("0 0 7 ? * SUN");
    }

    @Test
    void sendsTheRoundUpOnSaturdayMorningWhereTheScheduleIsACronExpression() {
        folder.newsletterWith("at: 07:00, days: mon-fri", "cron: 0 30 6 ? * MON-FRI");
        assertThat(roundUp(folder.morning())).isEqualTo("0 0 8 ? * SAT");
        assertThat(folder.morning().roundUpDay()).hasValue(DayOfWeek.SATURDAY);
    }

    @Test
    void aDayOrAnHourOfTheRoundUpAloneLeavesTheOther() {
        folder.newsletterWith("language: de", "language: de\nround-up: {day: Wednesday}");
        assertThat(roundUp(folder.morning())).isEqualTo("0 0 7 ? * WED");
        folder.newsletterWith("language: de", "language: de\nround-up: {at: 17:30}");
        assertThat(roundUp(folder.morning())).isEqualTo("0 30 17 ? * FRI");
    }

    @Test
    void aNewsletterThatSaysNothingOfAnyTimeHasNoRoundUpByItself() {
        folder.newsletterWith("schedule: {at: 07:00, days: mon-fri, time-zone: Europe/Berlin}\n", "");
        assertThat(folder.morning().roundUpSchedule()).isEmpty();
        assertThat(folder.morning().roundUpDay()).isEmpty();
        folder.newsletterWith(
                "schedule: {at: 07:00, days: mon-fri, time-zone: Europe/Berlin}", "round-up: {day: friday}");
        assertThat(roundUp(folder.morning())).isEqualTo("0 0 8 ? * FRI");
    }

    private static String roundUp(Newsletter newsletter) {
        return newsletter.roundUpSchedule().orElseThrow().cronExpression();
    }

    @Test
    void takesAFeedsPathRelativeToItsFileEvenWithSpacesAndUmlauts() {
        folder.newsletterWith("https://example.org/feed.xml", "../feeds/über uns.xml");
        URI url = folder.morning().feeds().get(0).url();
        assertThat(url.toString()).endsWith("/feeds/%C3%BCber%20uns.xml").startsWith("file:///");
        assertThat(url.getPath()).isEqualTo(directory.toAbsolutePath() + "/feeds/über uns.xml");
    }

    @Test
    void takesAnAbsolutePathAndAFileUrlAsTheyAre() {
        folder.newsletterWith("https://example.org/feed.xml", "/var/feeds/a.xml")
                .newsletterWith("https://example.org/feed.xml", "/var/feeds/a#1%.xml");
        assertThat(folder.morning().feeds().get(0).url()).hasToString("file:///var/feeds/a%231%25.xml");
        folder.newsletterWith("https://example.org/feed.xml", "file:///var/feeds/a.xml");
        assertThat(folder.morning().feeds().get(0).url()).hasToString("file:///var/feeds/a.xml");
    }

    @Test
    void writesAForeignHostInItsAsciiForm() {
        folder.newsletterWith("https://example.org/feed.xml", "https://straße.example:8080/a");
        assertThat(folder.morning().feeds().get(0).url()).hasToString("https://xn--strae-oqa.example:8080/a");
    }

    @Test
    void sortsNewslettersByIdAndKnowsItsFolder() {
        folder.write("newsletters/abend.yaml", Folder.NEWSLETTER);
        Configuration configuration = folder.loaded();
        assertThat(configuration.newsletters()).extracting(Newsletter::id).containsExactly("abend", "morning");
        assertThat(configuration.directory()).isEqualTo(directory.toAbsolutePath());
    }

    private URI newsletters(String name) {
        return directory.resolve("newsletters").resolve(name).toUri();
    }
}

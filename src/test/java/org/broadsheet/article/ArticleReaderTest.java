package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;
import static org.broadsheet.feed.FeedSamples.utf8;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final URI FEED = URI.create("https://kuestenblatt.example/feed.xml");
    private static final String DATE = "Mon, 23 Nov 2026 06:15:00 +0100";

    private final ArticleReader reader = new ArticleReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void cleansTitleAndSummaryToPlainText() {
        Article article = only(item(
                "Wind &amp;amp; Wellen: &lt;b&gt;Rekord&lt;/b&gt;",
                "/wind",
                DATE,
                "<description><![CDATA[<p>Erster&nbsp;Satz.</p><p>Zweiter <script>alert(1)</script>Satz.</p>"
                        + "<img src='x.gif' width='1'>]]></description>"));

        assertThat(article.title()).isEqualTo("Wind & Wellen: Rekord");
        assertThat(article.summary()).isEqualTo("Erster Satz. Zweiter Satz.");
        assertThat(article.published()).isEqualTo("2026-11-23T05:15:00Z");
        assertThat(article.dated()).isTrue();
        assertThat(article.language()).isEqualTo(Locale.GERMAN);
        assertThat(article.image()).isEmpty();
    }

    @Test
    void takesCharactersThatHideOrTurnTextOut() {
        Article article = only(item("Ho\u200bch\u202ewas\u2066ser \u00a0an\u2028der K\u00fcste", "/x", DATE, ""));

        assertThat(article.title()).isEqualTo("Hochwasser an der Küste");
    }

    @Test
    void keepsATitleWithLineBreaksAndHeaderNamesOnOneLine() {
        Article article = only(item("News&#13;&#10;Bcc: all@example.org", "/x", DATE, ""));

        assertThat(article.title()).isEqualTo("News Bcc: all@example.org");
    }

    @Test
    void keepsALessThanSignThatIsNoTag() {
        assertThat(only(item("5 &lt; 7 und R&amp;D", "/x", DATE, "")).title()).isEqualTo("5 < 7 und R&D");
    }

    @Test
    void cutsASummaryAtTheEndOfASentence() {
        String sentence = "Der Hafen bekommt eine neue Kaimauer, und das dauert. ";

        Article article = only(item("T", "/x", DATE, "<description>" + sentence.repeat(20) + "</description>"));

        assertThat(article.summary()).endsWith("dauert.").hasSizeLessThanOrEqualTo(Summary.LONGEST);
    }

    @Test
    void cutsASentenceWithoutEndAtAWord() {
        Article article = only(item("T", "/x", DATE, "<description>" + "wort ".repeat(200) + "</description>"));

        assertThat(article.summary()).endsWith("wort …").hasSizeLessThanOrEqualTo(Summary.LONGEST);
    }

    @Test
    void dropsWhatPublishingSystemsAppend() {
        Article article = only(item(
                "T", "/x", DATE, "<description>Ein Satz. The post T appeared first on Küstenblatt.</description>"));

        assertThat(article.summary()).isEqualTo("Ein Satz.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 13 Nov 2099 06:00:00 GMT", "morgen früh"})
    void datesAnArticleWithoutAPossibleDateByWhenItWasFirstSeen(String date) {
        Article article = only(item("T", "/x", date, ""));

        assertThat(article.published()).isEqualTo(NOW);
        assertThat(article.dated()).isFalse();
    }

    @Test
    void showsAnArticleOfAClockThatIsALittleFastAsOfNow() {
        Article article = only(item("T", "/x", "Mon, 23 Nov 2026 06:09:00 GMT", ""));

        assertThat(article.published()).isEqualTo(NOW);
        assertThat(article.dated()).isTrue();
        assertThat(only(item("T", "/x", "Mon, 23 Nov 2026 06:11:00 GMT", "")).dated())
                .isFalse();
    }

    @Test
    void usesFirstWordsWhereThereIsNoTitle() {
        Article article = only("<item><link>https://kuestenblatt.example/p</link>"
                + "<description>Nur ein kurzer Beitrag</description></item>");

        assertThat(article.title()).isEqualTo("Nur ein kurzer Beitrag");
        assertThat(article.summary()).isEmpty();
    }

    @Test
    void leadsToTheSiteWhereAnEntryHasNoLink() {
        List<FoundArticle> found = read(rss("<item><title>Eins</title></item>", "<item><title>Zwei</title></item>"));

        assertThat(found)
                .extracting(FoundArticle::identity)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(found)
                .extracting(some -> some.article().url().toString())
                .containsOnly("https://kuestenblatt.example/");
    }

    @Test
    void leavesOutWhatLeadsNowhereOrSaysNothing() {
        assertThat(read(utf8(
                        "<rss version='2.0'><channel><title>x</title><item><title>T</title></item></channel></rss>")))
                .isEmpty();
        assertThat(read(rss("<item><link>https://a.example/1</link></item>"))).isEmpty();
    }

    @Test
    void makesRelativeLinksAbsoluteAndKeepsAbsoluteOnesAsGiven() {
        List<FoundArticle> found = read(rss(
                "<item><title>A</title><link>/a?x=1</link></item>",
                "<item><title>B</title><link>HTTPS://Kuestenblatt.example</link></item>"));

        assertThat(found)
                .extracting(some -> some.article().url().toString())
                .containsExactly("https://kuestenblatt.example/a?x=1", "HTTPS://Kuestenblatt.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "ftp://a.example/x", "https://u:p@a.example/"})
    void followsNoUnsafeLink(String link) {
        assertThat(only("<item><title>T</title><link>" + link + "</link></item>")
                        .url())
                .hasToString("https://kuestenblatt.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, http://www.a.example/1/",
        "https://a.example/1, https://a.example/1?utm_source=rss&utm_medium=feed#comments",
        "https://a.example/1, https://m.a.example/1?ref=rss&_ga=1",
        "https://a.example/wind.html, https://a.example/wind.amp.html",
        "https://a.example/wind, https://amp.a.example/wind/amp/?amp=1",
        "https://a.example/wind, https://www-a-example.cdn.ampproject.org/c/s/www.a.example/wind",
        "https://a.example/1?id=7&p=2, https://A.example/1?p=2&fbclid=abc&id=7",
    })
    void knowsAnArticleByItsPageHoweverTheLinkIsDecorated(String one, String other) {
        assertThat(CanonicalUrl.of(URI.create(one))).isEqualTo(CanonicalUrl.of(URI.create(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, https://a.example/2",
        "https://a.example/?id=1, https://a.example/?id=2",
        "https://a.example/#!/1, https://a.example/#!/2",
        "https://a.example/1, https://b.example/1",
        "https://a.example/amp, https://a.example/",
        "https://a.example/1?ref=harbour, https://a.example/1?ref=city",
    })
    void tellsPagesApart(String one, String other) {
        assertThat(CanonicalUrl.of(URI.create(one))).isNotEqualTo(CanonicalUrl.of(URI.create(other)));
    }

    @Test
    void tellsArticlesApartThatShareOneLink() {
        List<FoundArticle> found = read(rss(item("Eins", "/", DATE, ""), item("Zwei", "/", DATE, "")));

        assertThat(found)
                .extracting(FoundArticle::identity)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void findsTheFirstRealPictureInTheText() {
        Article article = only(item(
                "T",
                "/x",
                DATE,
                "<content:encoded><![CDATA[<img src='https://pixel.example/p.gif' width='1' height='1'>"
                        + "<img class='emoji' src='/smile.png'><img src='/wind.jpg'>]]></content:encoded>"));

        assertThat(article.image()).contains(URI.create("https://kuestenblatt.example/wind.jpg"));
    }

    @Test
    void detectsTheLanguageWhereTheFeedDoesNotTellIt() {
        byte[] feed = utf8("""
                <rss version="2.0"><channel><title>x</title><link>https://a.example/</link>
                <item><title>The harbour gets a new quay wall next year</title><link>https://a.example/1</link>
                <description>The city council has decided that the work will begin in the spring.</description></item>
                </channel></rss>
                """);

        assertThat(read(feed).get(0).article().language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void tellsHowLongAnArticleTakesToReadWhenTheFeedHoldsAllOfIt() {
        String text = "<content:encoded>" + "Der Hafen bekommt eine Mauer. ".repeat(100) + "</content:encoded>";

        assertThat(only(item("T", "/x", DATE, text)).words()).isEqualTo(500);
        assertThat(only(item("T", "/x", DATE, text)).readingMinutes()).hasValue(3);
        assertThat(only(item("T", "/x", DATE, "<description>Kurz gesagt.</description>"))
                        .readingMinutes())
                .isEmpty();
    }

    @Test
    void summarizesTheTextWhereTheFeedsSummaryOnlyRepeatsTheTitle() {
        String more = "<description>Neue Mauer!</description><content:encoded>Der Hafen bekommt sie.</content:encoded>";

        assertThat(only(item("Neue Mauer", "/x", DATE, more)).summary()).isEqualTo("Der Hafen bekommt sie.");
    }

    @Test
    void staysTheSameArticleOnEveryFetch() {
        byte[] feed = rss(item("T", "/x", DATE, ""));

        assertThat(read(feed)).isEqualTo(read(feed));
    }

    private Article only(String item) {
        List<FoundArticle> found = read(rss(item));
        assertThat(found).hasSize(1);
        return found.get(0).article();
    }

    private List<FoundArticle> read(byte[] feed) {
        ParseResult result = new FeedParser().parse(feed, Optional.empty(), FEED);
        return reader.read(FEED, ((ParseResult.Parsed) result).document());
    }
}

package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.FeedSamples;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatorsTest {
    private static final String PAGE = "https://kuestenblatt.example/mauer?id=7&p=2";
    private static final String ENCODED = URLEncoder.encode(PAGE, StandardCharsets.UTF_8);
    private static final URI FEED = URI.create("https://feeds.example/rss");

    @Test
    void findsThePageInTheLinksOfNewsSearches() {
        assertThat(source("https://news.google.com/rss/articles/" + googleId(PAGE) + "?oc=5"))
                .isEqualTo(PAGE);
        assertThat(source("https://news.google.com/news/url?sa=t&url=" + ENCODED))
                .isEqualTo(PAGE);
        assertThat(source("https://www.google.com/url?rct=j&sa=t&url=" + ENCODED + "&ct=ga"))
                .isEqualTo(PAGE);
        assertThat(source("https://www.google.com/url?q=" + ENCODED)).isEqualTo(PAGE);
        assertThat(source("http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=" + ENCODED + "&c=3"))
                .isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.google.com/rss/articles/CBMiAUFVX3lxTE5vdGhpbmdUb1NlZUhlcmU?oc=5",
                "https://news.google.com/rss/articles/!!!",
                "https://www.google.com/url?q=javascript:alert(1)",
                "https://www.bing.com/news/apiclick.aspx?url=%25zz",
                "https://www.bing.com/news/apiclick.aspx?url=https://u:p@a.example/",
                "https://kuestenblatt.example/url?url=https://other.example/",
            })
    void leavesALinkThatTellsNoPageAsItIs(String link) {
        assertThat(source(link)).isEqualTo(link);
    }

    @Test
    void takesThePublisherOutOfTheTitle() {
        for (String sign : List.of(" - ", " – ", " | ")) {
            Article article = only("<item><title>Neue Mauer - ein Plan" + sign + "Küstenblatt</title><link>"
                    + "https://news.google.com/rss/articles/x</link><source url='https://kuestenblatt.example'>"
                    + "Küstenblatt</source></item>");

            assertThat(article.title()).isEqualTo("Neue Mauer - ein Plan");
            assertThat(article.publisher()).contains("Küstenblatt");
            assertThat(article.source()).isEqualTo("Küstenblatt");
            assertThat(article.from("Mein Feed").source()).isEqualTo("Küstenblatt");
        }
    }

    @Test
    void takesTheLastPartOfANewsSearchsTitleForThePublisher() {
        Article article = only("<item><title>Neue Mauer - ein Plan - Küstenblatt</title>"
                + "<link>https://news.google.com/rss/articles/x</link></item>");

        assertThat(article.title()).isEqualTo("Neue Mauer - ein Plan");
        assertThat(article.publisher()).contains("Küstenblatt");
    }

    @Test
    void leavesTheTitlesOfOrdinaryFeedsAlone() {
        Article article = only("<item><title>Neue Mauer - Hafen</title><link>https://a.example/1</link></item>");

        assertThat(article.title()).isEqualTo("Neue Mauer - Hafen");
        assertThat(article.publisher()).isEmpty();
        assertThat(article.from("Mein Feed").source()).isEqualTo("Mein Feed");
    }

    @Test
    void callsNoFeedAGathererThatNamesItself() {
        Article article = only("<item><title>Neue Mauer</title><link>https://a.example/1</link>"
                + "<source url='https://a.example/feed'>Suche</source></item>");

        assertThat(article.publisher()).isEmpty();
    }

    @Test
    void makesNoSummaryOfAListOfLinks() {
        Article article = only(
                "<item><title>Neue Mauer - Küstenblatt</title>"
                        + "<link>https://news.google.com/rss/articles/x</link><description><![CDATA[<ol><li>"
                        + "<a href='https://b.example/'>Hafen baut</a>&nbsp;<font>Wattwerk</font></li></ol>]]></description></item>");

        assertThat(article.summary()).isEmpty();
    }

    private static String source(String link) {
        return Aggregators.source(URI.create(link)).toString();
    }

    /** The address in the middle of a binary message, as the service writes it. */
    private static String googleId(String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x08, 0x13, 0x22, (byte) address.length()});
        bytes.writeBytes(address.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {(byte) 0xd2, 0x01, 0x00});
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static Article only(String item) {
        byte[] feed = FeedSamples.utf8("<rss version='2.0'><channel><title>Suche</title>"
                + "<link>https://feeds.example/</link><language>de</language>" + item + "</channel></rss>");
        ParseResult result = new FeedParser().parse(feed, Optional.empty(), FEED);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
        List<FoundArticle> found = new ArticleReader(clock).read(FEED, ((ParseResult.Parsed) result).document());
        assertThat(found).hasSize(1);
        return found.get(0).article();
    }
}

package org.broadsheet.feed.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private final PlayedSite site = new PlayedSite();
    private final Http http = new Http(new HttpLimits("Test", Duration.ofSeconds(5), 1_000_000, Set.of("127.0.0.1")));
    private final Discovery discovery = new Discovery(http, new FeedParser(), Clock.systemUTC());

    @AfterEach
    void stop() {
        http.close();
        site.close();
    }

    @Test
    void theAddressOfAFeedIsItsOwnAnswerAndCostsOneRequest() throws InterruptedException {
        site.feed("/feed.xml", "Küstenblatt");

        assertThat(found("/feed.xml")).containsExactly(site.url("/feed.xml"));
        assertThat(site.asked()).containsExactly("/feed.xml");
    }

    @Test
    void aPageNamesItsFeedsAndThoseOfCommentsComeLast() throws InterruptedException {
        site.page("/post", """
                <head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
                <link rel="alternate" type="application/rss+xml" title="News" href="/news.xml">
                <link rel="alternate" type="application/atom+xml" href="sport.xml"></head>
                """);
        site.feed("/news.xml", "News").feed("/sport.xml", "Sport").feed("/comments/feed/", "Comments on News");

        List<DiscoveredFeed> feeds = feeds("/post");

        assertThat(feeds)
                .extracting(DiscoveredFeed::url)
                .containsExactly(site.url("/news.xml"), site.url("/sport.xml"), site.url("/comments/feed/"));
        assertThat(feeds).extracting(DiscoveredFeed::ofComments).containsExactly(false, false, true);
        assertThat(feeds.get(0).newest()).contains(Instant.parse("2026-11-23T05:15:00Z"));
    }

    @Test
    void aFeedThatIsNamedAndDoesNotWorkIsNotTold() throws InterruptedException {
        site.page("/", """
                <head><link rel="alternate" type="application/rss+xml" href="/dead.xml">
                <link rel="alternate" type="application/rss+xml" href="/alive.xml"></head>
                """).feed("/alive.xml", "Alive");

        assertThat(found("/")).containsExactly(site.url("/alive.xml"));
    }

    @Test
    void commentsAloneAreNotEnoughSoTheSearchGoesOn() throws InterruptedException {
        site.page("/", """
                <head><link rel="alternate" type="application/rss+xml" href="/comments/feed/"></head>
                """).feed("/comments/feed/", "Comments").feed("/feed", "News");

        assertThat(found("/")).containsExactly(site.url("/feed"), site.url("/comments/feed/"));
    }

    @Test
    void aWordPressThatHidesItsFeedHasItAllTheSame() throws InterruptedException {
        site.page("/about", "<head><meta name=generator content='WordPress 6.8'></head>")
                .feed("/feed/", "Blog");

        assertThat(found("/about")).containsExactly(site.url("/feed/"));
        assertThat(site.asked()).containsExactly("/about", "/feed/");
    }

    @Test
    void aVideoChannelIsFoundByWhatItsPageSaysOfItself() throws InterruptedException {
        String id = "UC" + "aB3-_".repeat(4) + "xy";
        site.page("/@harbour", """
                <head><meta property="og:site_name" content="YouTube"></head>
                <script>var data = {"other": 1, "externalId":"%s"};</script>
                """.formatted(id)).feed("/feeds/videos.xml?channel_id=" + id, "Harbour TV");

        assertThat(found("/@harbour")).containsExactly(site.url("/feeds/videos.xml?channel_id=" + id));
    }

    @Test
    void anAccountOfTheFediverseHasAFeedOfItsOwn() throws InterruptedException {
        site.page("/@anna", "<body>Anna</body>").feed("/@anna.rss", "Anna");

        assertThat(found("/@anna")).containsExactly(site.url("/@anna.rss"));
    }

    @Test
    void linksInTheTextAreFollowedWhenTheHeadNamesNone() throws InterruptedException {
        site.page("/", "<body><a href='/about'>About</a> <a href='/export/latest.rss'>RSS</a></body>")
                .feed("/export/latest.rss", "Export");

        assertThat(found("/")).containsExactly(site.url("/export/latest.rss"));
        assertThat(site.asked()).doesNotContain("/about", "/feed");
    }

    @Test
    void aPageThatListsFeedsIsReadWhenALinkLeadsToIt() throws InterruptedException {
        site.page("/", "<body><a href='/rss'>Our feeds</a></body>")
                .page("/rss", "<body><a href='/x/politics.rss'>Politics</a> <a href='/x/sport.rss'>Sport</a></body>")
                .feed("/x/politics.rss", "Politics")
                .feed("/x/sport.rss", "Sport");

        assertThat(found("/")).containsExactly(site.url("/x/politics.rss"), site.url("/x/sport.rss"));
    }

    @Test
    void theUsualPlacesComeLastAndThoseBelowThePageFirst() throws InterruptedException {
        site.page("/blog", "<body>Blog</body>").feed("/blog/feed.xml", "Blog").feed("/rss.xml", "All");

        assertThat(found("/blog")).containsExactly(site.url("/blog/feed.xml"));
    }

    @Test
    void oneFeedAtTwoAddressesIsToldOnce() throws InterruptedException {
        site.page("/", "<body></body>").feed("/feed", "News");
        site.answer("/feed/", redirect("/feed")).answer("/rss", redirect("/feed"));

        assertThat(found("/")).containsExactly(site.url("/feed"));
    }

    @Test
    void linksAreRelativeToWhereARedirectLed() throws InterruptedException {
        site.answer(
                        "/",
                        new MockResponse.Builder()
                                .code(302)
                                .setHeader("Location", "/en/")
                                .build())
                .page("/en/", "<head><link rel=alternate type=application/rss+xml href=news.xml></head>")
                .feed("/en/news.xml", "News");

        assertThat(found("/")).containsExactly(site.url("/en/news.xml"));
    }

    @Test
    void aPageThatIsGoneDoesNotHideTheFeedOfItsSite() throws InterruptedException {
        site.feed("/feed.xml", "News");

        assertThat(found("/old/story.html")).containsExactly(site.url("/feed.xml"));
    }

    @Test
    void whenThereIsNoneItTellsWhatWasTriedWithinAFewRequests() throws InterruptedException {
        site.slow();
        site.page(
                "/",
                "<head>"
                        + IntStream.range(0, 100)
                                .mapToObj(i -> "<link rel=alternate type=application/rss+xml href=/none" + i + ">")
                                .collect(Collectors.joining())
                        + "</head>");

        Discovered.NotFound nothing = (Discovered.NotFound) discover("/");

        assertThat(nothing.reason()).contains("names no feed");
        assertThat(nothing.tried())
                .extracting(Discovered.Tried::url)
                .contains(site.url("/none0"), site.url("/feed"))
                .hasSizeLessThanOrEqualTo(24);
        assertThat(site.asked()).hasSizeLessThanOrEqualTo(24).doesNotHaveDuplicates();
        assertThat(site.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void aHostThatIsNotThereIsNotAskedAgainAndAgain() throws InterruptedException {
        URI gone = site.url("/x");
        site.close();

        Discovered.NotFound nothing = (Discovered.NotFound) discovery.discover(gone.toString());

        assertThat(nothing.reason()).contains("no connection");
        assertThat(nothing.tried()).hasSize(1);
    }

    @Test
    void aServerThatAsksForLessIsLeftAlone() throws InterruptedException {
        site.answer("/", new MockResponse.Builder().code(429).build());

        assertThat(discover("/")).isInstanceOf(Discovered.NotFound.class);
        assertThat(site.asked()).containsExactly("/");
    }

    @Test
    void withoutASchemeHttpIsTriedWhenHttpsDoesNotAnswer() throws InterruptedException {
        site.feed("/feed", "News");

        Discovered found = discovery.discover(site.host() + "/feed");

        assertThat(((Discovered.Found) found).feeds())
                .extracting(DiscoveredFeed::url)
                .containsExactly(site.url("/feed"));
    }

    @Test
    void whatIsNoAddressIsToldAtOnce() throws InterruptedException {
        assertThat(discovery.discover("mailto:anna@example.org")).isInstanceOf(Discovered.NotFound.class);
        assertThat(discovery.discover("  ")).isInstanceOf(Discovered.NotFound.class);
        assertThat(discovery.discover("https://")).isInstanceOf(Discovered.NotFound.class);
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(301).setHeader("Location", to).build();
    }

    private Discovered discover(String path) throws InterruptedException {
        return discovery.discover(site.url(path).toString());
    }

    private List<DiscoveredFeed> feeds(String path) throws InterruptedException {
        return ((Discovered.Found) discover(path)).feeds();
    }

    private List<URI> found(String path) throws InterruptedException {
        return feeds(path).stream().map(DiscoveredFeed::url).toList();
    }
}

package org.broadsheet.feed.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownPlacesTest {
    private static final String CHANNEL = "UCabcdefghijklmnopqrstuv";

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/channel/" + CHANNEL + "/videos, /feeds/videos.xml?channel_id=" + CHANNEL,
        "https://m.youtube.com/playlist?list=PL123_-x, /feeds/videos.xml?playlist_id=PL123_-x",
        "https://www.youtube.com/user/harbour, /feeds/videos.xml?user=harbour",
        "https://old.reddit.com/r/java/top, /r/java/.rss",
        "https://www.reddit.com/user/anna/, /user/anna/.rss",
        "https://github.com/harbour/crane/issues, /harbour/crane/releases.atom",
        "https://github.com/harbour, /harbour.atom",
        "https://medium.com/@anna/a-story-123, /feed/@anna",
        "https://harbour.medium.com/, /feed",
        "https://harbour.substack.com/p/tides, /feed",
        "https://harbour.tumblr.com/, /rss",
        "https://harbour.blogspot.co.uk/2026/11/tides.html, /feeds/posts/default",
        "https://social.example/@anna, /@anna.rss",
        "https://social.example/@anna/1234567, /@anna.rss",
        "https://bsky.app/profile/anna.example, /profile/anna.example/rss",
    })
    void sitesKeepTheirFeedsWhereTheyAlwaysDo(URI page, String feed) {
        assertThat(KnownPlaces.of(page, null)).first().isEqualTo(page.resolve(feed));
    }

    @Test
    void aShortVideoLinkLeadsToTheFeedOfItsChannel() {
        var page = Jsoup.parse("<meta itemprop=channelId content=" + CHANNEL + ">");

        assertThat(KnownPlaces.of(URI.create("https://youtu.be/abc"), page))
                .containsExactly(URI.create("https://www.youtube.com/feeds/videos.xml?channel_id=" + CHANNEL));
    }

    @Test
    void otherSitesHaveNone() {
        var page = Jsoup.parse("<meta name=generator content='Own work'>");

        assertThat(KnownPlaces.of(URI.create("https://example.org/r/java"), page))
                .isEmpty();
    }
}

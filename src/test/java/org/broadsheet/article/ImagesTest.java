package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.rss;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private static final URI BASE = URI.create("https://kuestenblatt.example/wind");
    private static final String REAL = "<img src='/wind.jpg'>";
    private static final String WIND = "https://kuestenblatt.example/wind.jpg";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://a.example/x.gif' width='1' height='1'>",
                "<img src='https://feeds.feedburner.com/~r/coast/~4/abc'>",
                "<img src='https://ad.doubleclick.net/ad/x.jpg'>",
                "<img src='https://pixel.wp.com/b.gif?host=x'>",
                "<img src='https://stats.wordpress.com/b.gif'>",
                "<img src='https://ssl-vg03.met.vgwort.de/na/0123'>",
                "<img src='https://de.ioam.de/tx.io'>",
                "<img src='https://a.example/piwik.php?idsite=1'>",
                "<img src='https://a.example/count.php?id=1'>",
                "<img src='https://s.w.org/images/core/emoji/13/72x72/1f30a.png'>",
                "<img src='https://twemoji.example/1f30a.png'>",
                "<img src='/smilies/lol.gif'>",
                "<img src='https://secure.gravatar.com/avatar/1.jpg'>",
                "<img src='/img/facebook-icon.png'>",
                "<img src='/spacer.gif'>",
                "<img src='/logo.svg'>",
                "<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP'>",
                "<img src='javascript:alert(1)'>",
            })
    void passesOverWhatIsNoPictureOfTheArticle(String image) {
        assertThat(inContent(image + REAL)).contains(URI.create(WIND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/gif;base64,R0' data-src='/wind.jpg'>",
                "<img src='/spacer.gif' data-lazy-src='/wind.jpg'>",
                "<img src='/blank.gif' data-original='/wind.jpg'>",
                "<img src='/small.jpg' srcset='/small.jpg 300w, /wind.jpg 1200w, /middle.jpg 600w'>",
                "<img src='/small.jpg' srcset='/small.jpg 1x,/wind.jpg 2x'>",
                "<meta property='og:image' content='/wind.jpg'><img src='/other.jpg'>",
                "<meta name='twitter:image' content='/wind.jpg'><img src='/other.jpg'>",
            })
    void findsThePictureWhereverItIsKept(String content) {
        assertThat(inContent(content)).contains(URI.create(WIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pixel-10-test.jpg", "/avatar-3-trailer.jpg", "/facebook-logo.jpg", "/emoji-tag-2026.jpg"})
    void takesPicturesOfThingsThatOnlySoundLikeIt(String picture) {
        assertThat(inContent("<img src='" + picture + "'>"))
                .contains(URI.create("https://kuestenblatt.example" + picture));
    }

    @Test
    void believesTheFeedFirstUnlessItNamesAPixel() {
        String media = "<media:content medium='image' url='https://kuestenblatt.example/%s'/>";

        assertThat(of(media.formatted("lead.jpg") + content(REAL)))
                .contains(URI.create("https://kuestenblatt.example/lead.jpg"));
        assertThat(of(media.formatted("pixel.gif") + content(REAL))).contains(URI.create(WIND));
    }

    private static Optional<URI> inContent(String html) {
        return of(content(html));
    }

    private static String content(String html) {
        return "<content:encoded><![CDATA[<p>Text</p>" + html + "]]></content:encoded>";
    }

    private static Optional<URI> of(String more) {
        byte[] feed = rss("<item><title>T</title><link>" + BASE + "</link>" + more + "</item>");
        ParseResult result = new FeedParser().parse(feed, Optional.empty(), BASE);
        return Images.of(((ParseResult.Parsed) result).document().entries().get(0), BASE);
    }
}

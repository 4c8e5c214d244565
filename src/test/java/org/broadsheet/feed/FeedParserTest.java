package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.feed.FeedSamples.item;
import static org.broadsheet.feed.FeedSamples.rss;
import static org.broadsheet.feed.FeedSamples.utf8;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.repair.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final URI URL = URI.create("https://kuestenblatt.example/feed.xml");

    private final FeedParser parser = new FeedParser();

    @Test
    void readsRss() {
        FeedDocument document = parsed(rss(item(
                "Wind &amp; Wellen",
                "/wind",
                "Mon, 23 Nov 2026 06:15:00 +0100",
                "<description>Text</description><category>Energie</category><guid isPermaLink=\"false\">1</guid>"
                        + "<media:content url=\"https://kuestenblatt.example/wind.jpg\" medium=\"image\"/>")));

        FeedEntry entry = document.entries().get(0);
        assertThat(document.title()).isEqualTo("Küstenblatt");
        assertThat(document.language()).contains(Locale.GERMANY);
        assertThat(entry.title().text()).isEqualTo("Wind & Wellen");
        assertThat(entry.link()).contains("https://kuestenblatt.example/wind");
        assertThat(entry.guid()).contains("1");
        assertThat(entry.published()).contains(Instant.parse("2026-11-23T05:15:00Z"));
        assertThat(entry.categories()).containsExactly("Energie");
        assertThat(entry.images()).contains("https://kuestenblatt.example/wind.jpg");
    }

    @Test
    void followsAnIdThatIsAnAddressWhereThereIsNoLink() {
        FeedDocument document = parsed(utf8("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Orbit</title><id>urn:orbit</id>
                <entry><title>One</title><id>https://orbit.example/1</id></entry>
                <entry><title>Two</title><id>urn:2</id></entry></feed>
                """));

        assertThat(document.entries().get(0).link()).contains("https://orbit.example/1");
        assertThat(document.entries().get(1).link()).isEmpty();
    }

    @Test
    void readsAtomAndTellsTextFromHtml() {
        FeedDocument document = parsed(utf8("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                <title>Orbit</title><link href="https://orbit.example/"/><id>urn:orbit</id>
                <updated>2026-11-23T05:00:00Z</updated>
                <entry><title type="text">Use &lt;b&gt; sparingly</title><id>urn:1</id>
                <link rel="self" href="https://orbit.example/1.atom"/>
                <link rel="alternate" href="https://orbit.example/1"/>
                <published>2026-11-23T04:00:00Z</published><updated>2026-11-23T05:00:00Z</updated>
                <summary type="html">&lt;p&gt;Bold&lt;/p&gt;</summary></entry></feed>
                """));

        FeedEntry entry = document.entries().get(0);
        assertThat(entry.title()).isEqualTo(new FeedEntry.Markup("Use <b> sparingly", true));
        assertThat(entry.summary()).isEqualTo(new FeedEntry.Markup("<p>Bold</p>", false));
        assertThat(entry.link()).contains("https://orbit.example/1");
        assertThat(entry.published()).contains(Instant.parse("2026-11-23T04:00:00Z"));
    }

    @Test
    void readsRdf() {
        FeedDocument document = parsed(utf8("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link>
                <description>d</description></channel>
                <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>
                <dc:date>2026-11-23T04:00:00Z</dc:date><dc:subject>Sky</dc:subject></item></rdf:RDF>
                """));

        assertThat(document.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title().text()).isEqualTo("One");
            assertThat(entry.categories()).containsExactly("Sky");
            assertThat(entry.published()).contains(Instant.parse("2026-11-23T04:00:00Z"));
        });
    }

    @Test
    void readsJsonFeed() {
        FeedDocument document = parsed(utf8("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Kernel", "language": "en",
                 "home_page_url": "https://kernel.example/",
                 "items": [{"id": 7, "url": "https://kernel.example/7", "title": "Seven", "content_html": "<p>x</p>",
                            "date_published": "2026-11-23T05:00:00+01:00", "tags": ["chips", 3], "image": "/7.png"}]}
                """));

        FeedEntry entry = document.entries().get(0);
        assertThat(entry.guid()).contains("7");
        assertThat(entry.published()).contains(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(entry.categories()).isEqualTo(List.of("chips"));
        assertThat(entry.summary().text()).isEqualTo("<p>x</p>");
    }

    @Test
    void readsTheCharsetThatTheXmlDeclares() {
        byte[] latin = new String(rss(item("Grüße", "/g", "", "")), StandardCharsets.UTF_8)
                .replace("UTF-8", "ISO-8859-1")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(parsed(latin).entries().get(0).title().text()).isEqualTo("Grüße");
    }

    @Test
    void neverExpandsAnEntityOfTheFeedsOwn() {
        ParseResult result = parser.parse(utf8("""
                        <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                        <rss version="2.0"><channel><title>&secret;</title></channel></rss>
                        """), Optional.empty(), URL);

        FeedDocument document = ((ParseResult.Parsed) result).document();
        assertThat(document.title()).isEqualTo("&secret;");
        assertThat(document.repairs()).contains(Repair.DOCTYPE);
    }

    @Test
    void refusesWhatIsLargerThanAnyFeed() {
        assertThat(reason("<rss><channel>" + "<item/>".repeat(1_000_001))).contains("1,000,000 tags");
        assertThat(reason("<rss><channel>" + "<item>".repeat(100_001))).contains("100,000 entries");
    }

    @Test
    void readsAHundredThousandEntries() {
        String items = "<item><title>a</title></item>".repeat(100_000);

        assertThat(parsed(utf8("<rss version=\"2.0\"><channel>" + items + "</channel></rss>"))
                        .entries())
                .hasSize(100_000);
    }

    @Test
    void saysThatAWebPageIsNoFeed() {
        assertThat(reason("<!DOCTYPE html><html><body>Not found</body></html>")).contains("web page");
    }

    @Test
    void saysThatNothingIsNoFeed() {
        assertThat(reason("")).contains("empty");
        assertThat(reason(" \n ")).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version=\"2.0\"><channel><title>cut",
                "plain words",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
                "{broken",
                "<xml><nothing/></xml>",
                "\u0000\u0001\u0002"
            })
    void saysWhatIsWrongWithAnythingElse(String text) {
        assertThat(reason(text)).isNotBlank().hasLineCount(1);
    }

    private String reason(String text) {
        ParseResult result = parser.parse(utf8(text), Optional.empty(), URL);
        assertThat(result).isInstanceOf(ParseResult.NotAFeed.class);
        return ((ParseResult.NotAFeed) result).reason();
    }

    private FeedDocument parsed(byte[] bytes) {
        ParseResult result = parser.parse(bytes, Optional.empty(), URL);
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) result).document();
    }
}

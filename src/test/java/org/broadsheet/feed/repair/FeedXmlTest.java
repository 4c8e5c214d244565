package org.broadsheet.feed.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of trees that are not laid out as feeds are. */
class FeedXmlTest {
    private static final String ATOM = "xmlns=\"http://www.w3.org/2005/Atom\"";

    @Test
    void leavesASoundFeedAsItIs() {
        String sound = "<rss version=\"2.0\"><channel><title>t</title><item><title>a</title></item></channel></rss>";

        assertThat(xml(sound)).isEqualTo(sound);
        assertThat(repairs(sound)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rss version="2"><channel><item><title>a</title></item></channel></rss>
            <rss><channel><item><title>a</title></item></channel></rss>
            <RSS version="2.0"><Channel><Item><TITLE>a</TITLE></Item></Channel></RSS>
            <rss version="2.0" xmlns="urn:x"><channel><item><title>a</title></item></channel></rss>
            <rss version="2.0"><channel/><item><title>a</title></item></rss>
            <rss version="2.0"><item><title>a</title></item></rss>
            <rss version="2.0"><channel><items><item><title>a</title></item></items></channel></rss>
            <channel><item><title>a</title></item></channel>
            <item><title>a</title></item>
            <html><body><rss version="2.0"><channel><item><title>a</title></item></channel></rss></body></html>
            """)
    void putsTheItemsOfRssWhereTheyBelong(String text) {
        FeedXml.Tree tree = FeedXml.read(text).orElseThrow();

        assertThat(new XMLOutputter(Format.getRawFormat())
                        .outputString(tree.document().getRootElement()))
                .matches("<rss version=\"2.0\"><channel>(<items />)?<item><title>a</title></item></channel></rss>");
        assertThat(tree.repairs()).containsExactly(Repair.ROOT);
        assertThat(tree.format()).startsWith("RSS 2");
    }

    @Test
    void readsEarlyVersionsOfRssAsTheLatestAndNamesThemAsTheyAre() {
        FeedXml.Tree tree =
                FeedXml.read("<rss version=\"0.91\"><channel/></rss>").orElseThrow();

        assertThat(tree.format()).isEqualTo("RSS 0.91");
        assertThat(tree.document().getRootElement().getAttributeValue("version"))
                .isEqualTo("2.0");
        assertThat(tree.repairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <feed><entry><title>a</title></entry></feed>
            <FEED><Entry><Title>a</Title></Entry></FEED>
            <feed xmlns="http://www.w3.org/2005/Atom/"><entry><title>a</title></entry></feed>
            <feed xmlns="urn:x"><entries><entry><title>a</title></entry></entries></feed>
            <entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>
            """)
    void putsTheEntriesOfAtomWhereTheyBelong(String text) {
        assertThat(xml(text)).matches("<feed " + ATOM + ">(<entries />)?<entry><title>a</title></entry></feed>");
    }

    @Test
    void takesAnAddressOfAtomThatStandsBetweenTheTags() {
        assertThat(xml("<feed " + ATOM + "><entry><link>https://a.example/</link><link/></entry></feed>"))
                .contains("href=\"https://a.example/\"")
                .doesNotContain("<link />");
    }

    @Test
    void putsTheItemsOfRdfBesideTheChannel() {
        FeedXml.Tree tree = FeedXml.read("<rdf><channel><title>t</title><item><title>a</title></item></channel></rdf>")
                .orElseThrow();

        assertThat(new XMLOutputter(Format.getRawFormat())
                        .outputString(tree.document().getRootElement()))
                .startsWith("<rdf:RDF ")
                .endsWith("<channel><title>t</title></channel><item><title>a</title></item></rdf:RDF>");
        assertThat(tree.format()).isEqualTo("RSS 1.0");
    }

    @Test
    void makesTextOfTagsInsideOfTexts() {
        assertThat(
                        xml(
                                "<rss version=\"2.0\"><channel><item><description>a <b>b</b> <br/>c</description></item></channel></rss>"))
                .contains("<description>a &lt;b&gt;b&lt;/b&gt; &lt;br /&gt;c</description>");
    }

    @Test
    void knowsNamespacesThatAreWrittenALittleWrong() {
        assertThat(repairs("<rss version=\"2.0\" xmlns:media=\"https://search.yahoo.com/mrss\"><channel><item>"
                        + "<media:thumbnail url=\"x\"/></item></channel></rss>"))
                .containsExactly(Repair.NAMESPACES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <item><title>a<link>l</link></item>                             | <item><title>a</title><link>l</link></item>
            <item><title>a</title><item><title>b</title></item>             | <item><title>a</title></item><item><title>b</title></item>
            <item><description>x <pubDate>2026</pubDate></item>             | <description>x </description><pubDate>
            <item><title>a <b>b</b></title></item>                          | <item><title>a &lt;b&gt;b&lt;/b&gt;</title></item>
            <item><description>x <link> y</description><guid>g</guid></item>| </description><guid>g</guid></item>
            <item><title>a</title></itm>                                    | <item><title>a</title></item>
            <item><title>a</title><link>http://a.exa                        | <item><title>a</title><link /></item>
            <item><title>a wo                                               | <item><title>a wo…</title></item>
            """)
    void closesWhatIsNotClosedWhereItMustHaveEnded(String items, String inside) {
        assertThat(xml("<rss version=\"2.0\"><channel>" + items)).contains(inside);
    }

    @Test
    void goesNoDeeperThanAnyFeed() {
        String deep = "<rss version=\"2.0\"><channel><item><title>a</title><description>" + "<b>".repeat(100_000);

        assertThat(FeedXml.read(deep + "x").orElseThrow().repairs()).contains(Repair.BALANCE);
        assertThat(FeedXml.read(deep + "x" + "</b>".repeat(100_000) + "</description></item></channel></rss>"))
                .isPresent();
    }

    @Test
    void expandsNothingThatADoctypeDeclares() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String text = laughs + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item>"
                + "<title>&l29; &file;</title></item></channel></rss>";

        assertThat(xml(text)).contains("<title>&amp;l29; &amp;file;</title>");
    }

    private static String xml(String text) {
        return new XMLOutputter(Format.getRawFormat())
                .outputString(FeedXml.read(text).orElseThrow().document().getRootElement());
    }

    private static List<Repair> repairs(String text) {
        return FeedXml.read(text).orElseThrow().repairs();
    }
}

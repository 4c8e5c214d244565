package org.broadsheet.feed.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextStepTest {
    private static final String SOUND = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet href="style.xsl"?>
            <!-- made by hand -->
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A &amp; B &#228; &lt;</title>
            <item><title><![CDATA[1 < 2 & &nbsp; ]]></title><link href='a?b=1&amp;c="2"'/><dc:date>2026</dc:date></item>
            </channel></rss>
            """;

    @Test
    void everyStepLeavesASoundFeedAsItIs() {
        assertThat(TextStep.ALL)
                .allSatisfy(step -> assertThat(step.mend().apply(SOUND)).isEqualTo(SOUND));
    }

    @ParameterizedTest
    @EnumSource(
            value = Repair.class,
            names = {
                "JUNK",
                "SECTIONS",
                "DOCTYPE",
                "CHARACTERS",
                "ENTITIES",
                "AMPERSANDS",
                "BRACKETS",
                "ATTRIBUTES",
                "PREFIXES"
            })
    void everyStepEndsOnTextsThatEndInTheMiddle(Repair repair) {
        for (int length = 0; length < SOUND.length(); length++) {
            assertThat(mend(repair, SOUND.substring(0, length))).isNotNull();
        }
    }

    @Test
    void removesWhatStandsAroundTheFeed() {
        assertThat(mend(Repair.JUNK, "Warning!\n<?xml version=\"1.0\"?><rss><channel/></rss>\n<p>x"))
                .isEqualTo("<rss><channel/></rss>");
        assertThat(mend(Repair.JUNK, "\n<?xml version=\"1.0\"?><feed/>")).isEqualTo("<feed/>");
    }

    @Test
    void keepsAnArticleThatQuotesTheEndOfAFeed() {
        String quoting = "<rss><item><![CDATA[write </rss> at the end]]></item></rss>";
        assertThat(mend(Repair.JUNK, quoting + " bye")).isEqualTo(quoting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <i><t><![CDATA[A</t><d>B</d></i>             | <i><t><![CDATA[A]]></t><d>B</d></i>
            <i><t><![CDATA[A]] ></t><d>B</d></i>         | <i><t><![CDATA[A]]></t><d>B</d></i>
            <i><t><![CDATA[A]></t><d><![CDATA[B]]></d>   | <i><t><![CDATA[A]]></t><d><![CDATA[B]]></d>
            <t>< ![CDATA[A]]></t>                        | <t>< ![CDATA[A]]></t>
            <t><! [cdata[A]]></t>                        | <t><![CDATA[A]]></t>
            <i><!-- open <t>A</t></i>                    | <i><t>A</t></i>
            <i><? open ><t>A</t></i>                     | <i><t>A</t></i>
            <t><![CDATA[write </t> at the end]]></t>     | <t><![CDATA[write </t> at the end]]></t>
            """)
    void endsSectionsThatWouldSwallowTheRest(String broken, String mended) {
        assertThat(mend(Repair.SECTIONS, broken)).isEqualTo(mended);
    }

    @Test
    void givesEntriesThatLostAllAroundThemARoot() {
        assertThat(mend(Repair.JUNK, "<item>a</item><item>b</item>"))
                .isEqualTo("<channel><item>a</item><item>b</item></channel>");
    }

    @Test
    void removesADoctypeUnread() {
        assertThat(mend(Repair.DOCTYPE, "<!DOCTYPE rss SYSTEM \"http://dtd.example/\"><rss/>"))
                .isEqualTo("<rss/>");
        assertThat(mend(Repair.DOCTYPE, "<!DOCTYPE rss [<!ENTITY a \"]><b\">\n<!ENTITY c 'd'>]><rss>&a;</rss>"))
                .isEqualTo("<rss>&a;</rss>");
    }

    @ParameterizedTest
    @CsvSource({
        "a\u0008b, ab",
        "a\u0000b, ab",
        "a\ufffeb, ab",
        "a\ud83db, ab",
        "a&#x1F;b, ab",
        "a&#0;b, ab",
        "a&#xD83D;b, ab",
        "a&#9999999;b, ab",
        "a&#228;b, a&#228;b",
        "a\ud83d\ude00b, a\ud83d\ude00b",
        "<![CDATA[&#0;]]>, <![CDATA[&#0;]]>"
    })
    void removesCharactersThatXmlForbids(String text, String mended) {
        assertThat(mend(Repair.CHARACTERS, text)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "a&nbsp;b, a\u00a0b",
        "&bigstar;, \u2605",
        "&auml;&Auml;, \u00e4\u00c4",
        "&amp;nbsp;, &amp;nbsp;",
        "&nosuch;, &amp;nosuch;",
        "&AMP;, &amp;",
        "&LT;, &lt;",
        "<a href=\"?x&copy;\">, <a href=\"?x\u00a9\">",
        "<![CDATA[&nbsp;]]>, <![CDATA[&nbsp;]]>"
    })
    void writesOutCharactersThatOnlyHtmlNames(String text, String mended) {
        assertThat(mend(Repair.ENTITIES, text)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "A & B, A &amp; B",
        "?a=1&b=2&copy=3, ?a=1&amp;b=2&amp;copy=3",
        "AT&T;, AT&amp;T;",
        "&#160 x, &#160; x",
        "&#xA0 x, &#xA0; x",
        "a&nbsp b, a\u00a0 b",
        "&lt;, &lt;",
        "<a b=\"c&d\">, <a b=\"c&amp;d\">",
        "<![CDATA[a & b]]>, <![CDATA[a & b]]>"
    })
    void escapesBareAmpersands(String text, String mended) {
        assertThat(mend(Repair.AMPERSANDS, text)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "1 < 2, 1 &lt; 2",
        "I <3 you, I &lt;3 you",
        "a ]]> b, a ]]&gt; b",
        "<title>x</title<link>, <title>x</title><link>",
        "<a b=\"c<d>, <a b=\"c><d>"
    })
    void escapesBareBracketsAndClosesTags(String text, String mended) {
        assertThat(mend(Repair.BRACKETS, text)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "<rss version=2.0>, <rss version=\"2.0\">",
        "<a b='c' b='d'/>, <a b=\"c\"/>",
        "<a b=\u201cc\u201d>, <a b=\"c\">",
        "<a b=\"c\"d=\"e\">, <a b=\"c\" d=\"e\">",
        "<a nofollow>, <a nofollow=\"nofollow\">",
        "<a b=http://x.example/?y=1>, <a b=\"http://x.example/?y=1\">",
        "<a b='\"'>, <a b='\"'>",
        "</a >, </a >"
    })
    void quotesAttributes(String text, String mended) {
        assertThat(mend(Repair.ATTRIBUTES, text)).isEqualTo(mended);
    }

    @Test
    void declaresPrefixesOnTheOutermostElement() {
        assertThat(mend(Repair.PREFIXES, "<rss><media:thumbnail url=\"x\"/><x:y z:a=\"b\"/></rss>"))
                .isEqualTo("<rss xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:x=\"urn:undeclared:x\""
                        + " xmlns:z=\"urn:undeclared:z\"><media:thumbnail url=\"x\"/><x:y z:a=\"b\"/></rss>");
    }

    @Test
    void declaresWhatIsDeclaredOnlyInside() {
        assertThat(mend(Repair.PREFIXES, "<rss><a xmlns:dc=\"u\"><dc:b/></a><dc:c/></rss>"))
                .startsWith("<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    }

    @Test
    void takesAMillionAttributesWithoutRunningOutOfStack() {
        String tag = "<a " + "b=c ".repeat(300_000) + ">";
        assertThat(mend(Repair.ATTRIBUTES, tag)).isEqualTo("<a b=\"c\">");
    }

    private static String mend(Repair repair, String text) {
        return TextStep.ALL.stream()
                .filter(step -> step.repair() == repair)
                .findFirst()
                .orElseThrow()
                .mend()
                .apply(text);
    }
}

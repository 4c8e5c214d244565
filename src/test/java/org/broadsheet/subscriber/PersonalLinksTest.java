package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class PersonalLinksTest {
    private final PersonalLinks links = new PersonalLinks(
            new SignedTokens(() -> "one".getBytes(StandardCharsets.UTF_8), new TestClock()),
            URI.create("https://news.example.org/"));

    @Test
    void linksSayWhoAndWhat() {
        URI leave = links.unsubscribe("morgen ü/\n", "sub-1");
        URI choose = links.preferences("morgen ü/\n", "sub-1");

        assertThat(leave.toString()).matches("https://news\\.example\\.org/u/[A-Za-z0-9_-]+");
        assertThat(choose.toString()).matches("https://news\\.example\\.org/p/[A-Za-z0-9_-]+");
        assertThat(links.subscription(Purpose.UNSUBSCRIBE, leave.getPath().substring("/u/".length())))
                .hasValue(new Subscription("morgen ü/\n", "sub-1"));
        assertThat(links.subscription(Purpose.PREFERENCES, choose.getPath().substring("/p/".length())))
                .hasValue(new Subscription("morgen ü/\n", "sub-1"));
    }

    @Test
    void linkThatLeavesOpensNoPreferences() {
        String token = links.unsubscribeToken("morning", "sub-1");

        assertThat(links.subscription(Purpose.PREFERENCES, token)).isEmpty();
    }

    @Test
    void unsubscribeLinksOfMailsSentLongAgoStayGood() {
        // As it stood in a mail of the first release.
        String token = "TDT764d94Hd_kvMuFmGJsW1vcm5pbmcKc3ViLTE";

        assertThat(links.subscription(Purpose.UNSUBSCRIBE, token)).hasValue(new Subscription("morning", "sub-1"));
    }
}

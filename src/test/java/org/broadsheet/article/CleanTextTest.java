package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.feed.FeedEntry.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>p{color:red}</style>",
                "<a href='javascript:alert(1)'></a>",
                "<img src='data:image/gif;base64,R0lGOD' onerror='alert(1)'>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<iframe srcdoc='<b>alert</b>'></iframe>",
                "<div class='feedflare'><a href='https://a.example/'>Email this</a></div>",
                "<span class='screen-reader-text'>hidden</span>",
                "<figcaption>Foto: Küstenblatt</figcaption>",
                "<a class='more-link' href='https://a.example/'>(mehr)</a>",
                "<noscript>on</noscript><object>o</object><form>f</form>",
            })
    void leavesNothingOfWhatIsNoText(String unwanted) {
        assertThat(clean("<p>Vorher " + unwanted + "nachher</p>")).isEqualTo("Vorher nachher");
    }

    @ParameterizedTest
    @CsvSource({
        "Peter&amp;#8217;s Boot, Peter’s Boot",
        "Wind &amp;amp; Wellen, Wind & Wellen",
        "Ein&amp;nbsp;Wort, Ein Wort",
        "&amp;lt;p&amp;gt;Ein Satz.&amp;lt;/p&amp;gt;, Ein Satz.",
        "a &amp;lt; b, a < b",
    })
    void readsWhatWasEscapedTwice(String told, String meant) {
        assertThat(clean(told)).isEqualTo(meant);
    }

    @Test
    void runsNothingThatWasEscapedTwice() {
        assertThat(clean("Vorher &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;"))
                .isEqualTo("Vorher");
    }

    @Test
    void readsWindowsCharactersThatPoseAsUnicode() {
        assertThat(clean("Peter\u0092s \u0084Boot\u0093 \u0085")).isEqualTo("Peter’s „Boot“ …");
    }

    @Test
    void dropsWhatCouldNotBeRead() {
        assertThat(clean("Sch\ufffdn")).isEqualTo("Schn");
    }

    @Test
    void takesInvisibleAndTurningCharactersOut() {
        assertThat(clean("pay\u200dpal \u200ckonto \u202egpj.exe\u2066 a\u00adb \u3164x\u2800"))
                .isEqualTo("paypal konto gpj.exe ab x");
    }

    @Test
    void keepsTheJoinersThatScriptsAndEmojiNeed() {
        String persian = "می\u200cخواهم";
        String hindi = "क्\u200dष";
        String family = "👩\u200d👩\u200d👧";
        String flag = "🏳\ufe0f\u200d🌈";

        assertThat(clean(persian + " " + hindi + " " + family + " " + flag))
                .isEqualTo(persian + " " + hindi + " " + family + " " + flag);
    }

    @Test
    void readsAnEmojiThatIsAPicture() {
        assertThat(clean("Sturm <img class='emoji' alt='🌊' src='https://s.w.org/images/core/emoji/1.png'> voraus"))
                .isEqualTo("Sturm 🌊 voraus");
    }

    private static String clean(String markup) {
        return CleanText.of(new Markup(markup, false));
    }
}

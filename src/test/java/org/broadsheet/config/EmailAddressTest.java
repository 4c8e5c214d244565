package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    private static final long SEED = Long.getLong("broadsheet.seed", System.nanoTime());
    private static final int ROUNDS = 100_000;

    /** What addresses are made of, and what has broken mail programs. */
    private static final String PIECES = "aZ09ßÄéǅΣςşİıжשع字😀.-_+'!#$%&*/=?^`{|}~@@@"
            + " \t\r\n\0\u0001\u007f\u0085\u00a0\u00ad\u200b\u200d\u200e\u202e\u2028\u2029\ufeff\ufffd\ue000\u0301"
            + "()<>[]\\\",;:。＠．\ud800\udc00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org",
                "first.last+tag@example.co.uk",
                "o'brien@example.ie",
                "a/b=c!d|e@example.org",
                "jörg@straße.de",
                "δοκιμή@παράδειγμα.δοκιμή",
                "用户@例子.广告",
                "a@xn--strae-oqa.de",
                "😀@example.org"
            })
    void takesWhatPeopleHave(String text) {
        assertThat(new EmailAddress(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a b@example.org",
                "\"a b\"@example.org",
                "\"a\"@example.org",
                "a(comment)@example.org",
                "(comment)a@example.org",
                "a@example.org(comment)",
                "Anna <a@example.org>",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "a\0b@example.org",
                "a\u0085b@example.org",
                "a\u2028b@example.org",
                "a\u200bb@example.org",
                "a\u202eb@example.org",
                "a\u00a0b@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a@example..org",
                "a@-example.org",
                "a@localhost",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@exam_ple.org",
                "a@xn--a.de",
                "a@b\u200d.de",
                "a@אb.de",
                "@relay:a@example.org",
                "a,b@example.org",
                "ööööööööööööööööööööööööööööööööö@example.org"
            })
    void refusesWhatIsNoneOrDoesHarm(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void domainsFollowIdna2008() {
        assertThat(new EmailAddress("a@straße.de").domain()).isEqualTo("xn--strae-oqa.de");
        assertThat(new EmailAddress("a@strasse.de").domain()).isEqualTo("strasse.de");
        assertThat(new EmailAddress("a@BÜCHER.example").domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void oneMailboxHasOneCanonicalForm() {
        assertThat(canonical("Jo\u0308rg@Stra\u00dfe.DE")).isEqualTo(canonical("JÖRG@xn--strae-oqa.de"));
        assertThat(canonical("ΝΙΚΟΣ@example.org")).isEqualTo(canonical("νικοσ@example.org"));
        assertThat(canonical("straße@example.org")).isNotEqualTo(canonical("strasse@example.org"));
        assertThat(new EmailAddress("jo\u0308rg@example.org").text()).isEqualTo("jörg@example.org");
    }

    private static String canonical(String text) {
        return new EmailAddress(text).canonical();
    }

    /** Whatever is typed: what passes is one word for the envelope and the header, of lawful length, with one canonical form. */
    @Test
    void whateverPassesIsSafe() {
        Random random = new Random(SEED);
        int passed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random);
            Optional<EmailAddress> address = read(text);
            address.ifPresent(some -> assertIsSafe(some, text));
            passed += address.isPresent() ? 1 : 0;
        }
        assertThat(passed).as("seed %d", SEED).isGreaterThan(ROUNDS / 100);
    }

    private static String text(Random random) {
        int[] pieces = PIECES.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(10) == 0 ? 90 : 6);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(pieces[random.nextInt(random.nextInt(3) == 0 ? pieces.length : 12)]);
        }
        return random.nextInt(10) == 0 ? text.toString() : text + "@" + domain(random);
    }

    private static String domain(Random random) {
        String[] domains = {
            "example.org", "straße.de", "EXAMPLE.com", "xn--strae-oqa.de", "例え.jp", "b" + ".b".repeat(120)
        };
        return domains[random.nextInt(domains.length)];
    }

    private static Optional<EmailAddress> read(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static void assertIsSafe(EmailAddress address, String text) {
        String why = "seed " + SEED + ": "
                + text.codePoints().mapToObj(Integer::toHexString).toList();
        assertThat(address.envelope())
                .as(why)
                .doesNotContainPattern("[\\p{C}\\p{Z}\\s()<>\\[\\]\\\\\",;:]")
                .containsOnlyOnce("@");
        assertThat(address.text()).as(why).doesNotContainPattern("[\\p{C}\\p{Z}\\s()<>\\[\\]\\\\\",;:]");
        assertThat(address.domain()).as(why).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
        assertThat(address.envelope().getBytes(StandardCharsets.UTF_8)).as(why).hasSizeLessThanOrEqualTo(254);
        assertThat(canonical(address.canonical())).as(why).isEqualTo(address.canonical());
        assertThat(canonical(address.envelope())).as(why).isEqualTo(address.canonical());
        assertThat(canonical(asciiUpperCase(address.text()))).as(why).isEqualTo(address.canonical());
    }

    private static String asciiUpperCase(String text) {
        StringBuilder upper = new StringBuilder();
        text.chars().forEach(c -> upper.append((char) (c < 128 ? Character.toUpperCase(c) : c)));
        return upper.toString();
    }
}

package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is spliced is to the byte what encoding the whole personal text gives, for any text and any value. */
class MarkedTextTest {
    private static final String ADDRESS = "address.e1.mark";
    private static final String LINK = "https://unsubscribe.e1.mark";
    private static final int ROUNDS = 3_000;
    private static final List<String> NASTY = List.of(
            "\n", "\r\n", "\r", ".", "\n.", " ", "\t", " \n", "=", "=\n", "ä", "中", "😀", "\uD83D", "\uDE00", "\0",
            "\u2028");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append(NASTY.get(random.nextInt(NASTY.size())));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append("plain words and so on".substring(random.nextInt(20)));
            }
        }
        return text.toString();
    }

    private static byte[] spliced(String marked, Map<String, String> values) {
        Pieces mail = new Pieces();
        MarkedText.of(marked, List.of(ADDRESS, LINK)).addTo(mail, values);
        return mail.joined();
    }

    @Test
    void splicingEqualsEncodingFromScratch() throws Exception {
        long seed = Long.getLong("broadsheet.seed", System.nanoTime());
        System.out.println("MarkedTextTest: -Dbroadsheet.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String address = text(random);
            String link = text(random);
            List<String> around = List.of(text(random), text(random), text(random), text(random));
            String marked = around.get(0) + ADDRESS + around.get(1) + LINK + around.get(2) + ADDRESS + around.get(3);
            String personal = around.get(0) + address + around.get(1) + link + around.get(2) + address + around.get(3);

            byte[] bytes = spliced(marked, Map.of(ADDRESS, address, LINK, link));

            assertThat(bytes).isEqualTo(QuotedPrintable.encode(personal));
            assertThat(decoded(bytes)).isEqualTo(canonical(personal));
            assertLinesAreFit(new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    private static String canonical(String text) {
        String sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return sound.replaceAll("\r\n|\r|\n", "\r\n");
    }

    private static String decoded(byte[] bytes) throws Exception {
        return new String(
                MimeUtility.decode(new ByteArrayInputStream(bytes), "quoted-printable")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** RFC 2045 section 6.7: no longer than 76, no blank at an end; and no dot that SMTP would have to stuff. */
    private static void assertLinesAreFit(String encoded) {
        for (String line : encoded.split("\r\n", -1)) {
            assertThat(line.length()).isLessThanOrEqualTo(76);
            assertThat(line).doesNotEndWith(" ").doesNotEndWith("\t").doesNotStartWith(".");
            assertThat(line).matches("[\\x09\\x20-\\x7E]*");
        }
    }
}

package org.broadsheet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.broadsheet.config.Dkim;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

/** Signatures, as a verifier of other people's making judges them. */
class DkimSignerTest {
    private static final String HEADERS = """
            From: Broadsheet <news@example.org>
            To: a@example.com
            Subject: Der Morgen
            Date: Fri, 27 Nov 2026 07:00:00 +0100
            Message-ID: <1@example.org>
            List-Unsubscribe: <https://example.org/u/1>,
             <mailto:news@example.org?subject=1>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            X-Other: 1
            """.replace("\n", "\r\n");

    private static List<SignatureRecord> verify(byte[] mail) throws Exception {
        PublicKeyRecordRetriever dns = (method, selector, token) ->
                List.of(DkimRecord.of("sel", "example.org", DkimKeys.RSA).value());
        return new DKIMVerifier(dns).verify(new ByteArrayInputStream(mail));
    }

    private static byte[] signed(Dkim dkim, String headers, String body) {
        DkimSigner signer = new DkimSigner(dkim, "example.org", new TestClock());
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(signer.sign(headers.getBytes(UTF_8), body.getBytes(UTF_8)));
        mail.writeBytes((headers + "\r\n" + body).getBytes(UTF_8));
        return mail.toByteArray();
    }

    private static String text(byte[] mail) {
        return new String(mail, UTF_8);
    }

    @Test
    void signsWhatAnotherVerifierAccepts() throws Exception {
        List<SignatureRecord> good = verify(signed(DkimKeys.rsa(), HEADERS, "Guten Morgen\r\n"));
        assertThat(good).hasSize(1);
        assertThat(good.get(0).getDToken().toString()).isEqualTo("example.org");
    }

    @Test
    void coversWhatAReaderSeesAndTheWayOut() throws Exception {
        SignatureRecord good =
                verify(signed(DkimKeys.rsa(), HEADERS, "Guten Morgen\r\n")).get(0);
        assertThat(good.getHeaders().stream().map(CharSequence::toString).toList())
                .contains("List-Unsubscribe", "List-Unsubscribe-Post")
                .doesNotContain("X-Other")
                .satisfies(names ->
                        assertThat(names.stream().filter("From"::equals)).hasSize(2))
                .satisfies(names ->
                        assertThat(names.stream().filter("Reply-To"::equals)).hasSize(1));
    }

    @Test
    void breaksWhenAnythingIsChanged() {
        String mail = text(signed(DkimKeys.rsa(), HEADERS, "Guten Morgen\r\n"));
        for (String other : List.of(
                mail.replace("Guten", "Bösen"),
                mail.replace("Der Morgen", "Der Abend"),
                mail.replace("Subject: Der", "Subject: Mehr\r\nSubject: Der"),
                mail.replace("To: a@", "Reply-To: evil@example.net\r\nTo: a@"))) {
            assertThatThrownBy(() -> verify(other.getBytes(UTF_8))).isInstanceOf(FailException.class);
        }
    }

    @Test
    void survivesWhatMailServersDoToWhiteSpace() throws Exception {
        String mail = text(signed(DkimKeys.rsa(), HEADERS, "Guten  Morgen \r\n\r\nund\tTag\r\n"));
        String changed = mail.replace("Subject: Der Morgen", "SUBJECT:  Der\r\n\tMorgen ")
                .replace("Guten  Morgen \r\n", "Guten Morgen\r\n")
                .replace("und\tTag\r\n", "und Tag\r\n\r\n\r\n");
        assertThat(verify(changed.getBytes(UTF_8))).hasSize(1);
    }

    @Test
    void putsASecondSignatureBelowTheOneThatEverybodyKnows() throws Exception {
        String mail = text(signed(DkimKeys.both(), HEADERS, "Guten Morgen\r\n"));
        assertThat(mail.indexOf("a=rsa-sha256")).isLessThan(mail.indexOf("a=ed25519-sha256"));
        assertThat(mail).contains("s=ed;");
        assertThat(verify(mail.getBytes(UTF_8))).isNotEmpty();
    }

    @Test
    void writesNoLineThatIsTooLong() {
        assertThat(text(signed(DkimKeys.both(), HEADERS, "x\r\n")).lines()).allMatch(line -> line.length() <= 78);
    }

    /** The value that RFC 6376 section 3.4.4 gives; the other verifier takes one line end for nothing. */
    @Test
    void takesABodyWithoutTextForEmpty() {
        for (String body : List.of("", "\r\n", " ", "\t\r\n \r\n\r\n")) {
            assertThat(text(signed(DkimKeys.rsa(), HEADERS, body)))
                    .contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
        }
    }

    @Test
    void signsAnyMail() throws Exception {
        long seed = Long.getLong("broadsheet.seed", System.nanoTime());
        System.out.println("DkimSignerTest seed " + seed);
        for (int round = 0; round < 300; round++) {
            RandomMail mail = new RandomMail(new Random(seed + round));
            String headers = HEADERS + mail.headers();
            String body = mail.body();
            assertThat(verify(signed(DkimKeys.rsa(), headers, body)))
                    .as("seed %d round %d", seed, round)
                    .hasSize(1);
        }
    }
}

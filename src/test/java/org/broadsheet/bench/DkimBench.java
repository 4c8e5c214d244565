package org.broadsheet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Dkim;
import org.broadsheet.config.DkimKey;
import org.broadsheet.mail.DkimSigner;

/** What signing a mail costs in CPU, beside one RSA signature over next to nothing, which is the limit. */
public final class DkimBench {
    private static final int ROUNDS = 31;
    private static final int PER_ROUND = 100;

    private DkimBench() {}

    /** Measures, and prints a table. */
    public static void main(String[] args) throws GeneralSecurityException {
        DkimKey rsa = DkimKey.generate(DkimKey.Algorithm.RSA);
        DkimKey ed25519 = DkimKey.generate(DkimKey.Algorithm.ED25519);
        DkimSigner one = signer(rsa, Optional.empty());
        DkimSigner both = signer(rsa, Optional.of(new Dkim.Ed25519("e", ed25519)));
        byte[] headers = headers();
        byte[] body = body();
        Signature jdk = Signature.getInstance("SHA256withRSA");
        Signature best = Signature.getInstance("SHA256withRSA", AmazonCorrettoCryptoProvider.INSTANCE);
        jdk.initSign(rsa.privateKey());
        best.initSign(rsa.privateKey());
        double[][] micros = new double[4][ROUNDS];
        // One after the other in each round, so that what else the machine does is in all of them.
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            int at = Math.abs(round) % ROUNDS;
            micros[0][at] = micros(() -> signature(best));
            micros[3][at] = micros(() -> signature(jdk));
            micros[1][at] = micros(() -> one.sign(headers, body));
            micros[2][at] = micros(() -> both.sign(headers, body));
        }
        System.out.printf(Locale.ROOT, "RSA-2048 by %s, a mail of %d bytes%n", best.getProvider(), body.length);
        row("one RSA-2048 signature by the JDK", micros[3], micros[0]);
        row("one RSA-2048 signature", micros[0], micros[0]);
        row("a mail, rsa-sha256", micros[1], micros[0]);
        row("a mail, rsa-sha256 and ed25519-sha256", micros[2], micros[0]);
    }

    private static DkimSigner signer(DkimKey rsa, Optional<Dkim.Ed25519> second) {
        return new DkimSigner(new Dkim(Optional.empty(), "s", rsa, second), "example.org", Clock.systemUTC());
    }

    private static void signature(Signature signature) {
        try {
            signature.update((byte) 1);
            signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double micros(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < PER_ROUND; i++) {
            work.run();
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return nanos / 1_000.0 / PER_ROUND;
    }

    private static void row(String what, double[] micros, double[] limit) {
        System.out.printf(
                Locale.ROOT,
                "%-40s %7.0f us CPU   ÷ one signature %.2f%n",
                what,
                median(micros),
                median(micros) / median(limit));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static byte[] headers() {
        return crlf("""
                From: Broadsheet <news@example.org>
                Subject: =?UTF-8?Q?Nordsee_=C3=BCberholt_Kohle?=
                List-Id: Der Morgen
                 <morning.example.org>
                List-Help: <mailto:news@example.org>
                Auto-Submitted: auto-generated
                Precedence: bulk
                MIME-Version: 1.0
                Content-Type: multipart/alternative;
                 boundary="=_1"
                Date: Fri, 27 Nov 2026 07:00:00 +0100
                To: anna@example.com
                Message-ID: <edition.1@example.org>
                List-Unsubscribe: <https://news.example.org/u/abc>,
                 <mailto:news@example.org?subject=unsubscribe%20abc>
                List-Unsubscribe-Post: List-Unsubscribe=One-Click
                """);
    }

    /** Quoted-printable HTML, indented as templates are. */
    private static byte[] body() {
        return crlf("""
                    <td style=3D"padding:0 24px">  <a href=3D"https://example.org/hafen">D=
                er Hafen ist er=C3=B6ffnet</a> und mehr davon in der Zeitung</td>
                """.repeat(350));
    }

    private static byte[] crlf(String lines) {
        return lines.replace("\n", "\r\n").getBytes(UTF_8);
    }
}

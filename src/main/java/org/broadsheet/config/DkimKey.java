package org.broadsheet.config;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;

/** A key that mails are signed with, and what receivers check them with. Says nothing of itself in logs. */
public record DkimKey(PrivateKey privateKey, PublicKey publicKey) {
    /** What a receiver must be able to check (RFC 8301 section 3.2), and what fits a DNS answer. */
    private static final int SHORTEST = 2048;

    private static final int LONGEST = 4096;

    /** How it signs. */
    public enum Algorithm {
        RSA("RSA"),
        ED25519("Ed25519");

        private final String shown;

        Algorithm(String shown) {
            this.shown = shown;
        }

        /** Its name in the JDK and in sentences. */
        public String shown() {
            return shown;
        }
    }

    public DkimKey {
        if (privateKey instanceof RSAKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < SHORTEST || bits > LONGEST) {
                throw new IllegalArgumentException("is an RSA key of " + bits + " bits; it must have from " + SHORTEST
                        + " to " + LONGEST + ": make one with `broadsheet dkim keygen`");
            }
        }
    }

    /** A key in a file, relative to {@code base}, or as PEM itself. */
    static DkimKey parse(String text, Path base) {
        return PemKey.isPem(text) ? PemKey.read(text) : PemKey.readFile(text.strip(), base);
    }

    /** A new key: RSA of 2048 bits, which every receiver can check, or Ed25519. */
    public static DkimKey generate(Algorithm algorithm) {
        return PemKey.generate(algorithm, SHORTEST);
    }

    public Algorithm algorithm() {
        return privateKey instanceof RSAKey ? Algorithm.RSA : Algorithm.ED25519;
    }

    /** The private key as PEM (RFC 7468 section 10). */
    public String pem() {
        return PemKey.write(privateKey);
    }

    @Override
    public String toString() {
        return "DkimKey[" + algorithm().shown() + "]";
    }
}

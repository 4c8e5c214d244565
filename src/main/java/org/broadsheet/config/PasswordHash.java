package org.broadsheet.config;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2) over a salt of its own, written as
 * {@code pbkdf2-sha256:ITERATIONS:SALT:KEY}. Printed, it is {@code ***}.
 */
public record PasswordHash(int iterations, String salt, String key) {
    /** As many as OWASP asks for; a third of a second on a small machine. */
    private static final int ITERATIONS = 600_000;

    private static final int FEWEST = 100_000;
    /** More would make each guess a way to keep the machine busy. */
    private static final int MOST = 10_000_000;

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha256:([0-9]{6,8}):([A-Za-z0-9_-]{22,86}):([A-Za-z0-9_-]{43})");

    public PasswordHash {
        if (iterations < FEWEST || iterations > MOST) {
            throw new IllegalArgumentException("must have " + FEWEST + " to " + MOST + " iterations");
        }
    }

    /** The hash of a password, with a fresh salt. */
    public static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ITERATIONS, text(salt), text(derive(password, salt, ITERATIONS)));
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws IllegalArgumentException when it is no such hash
     */
    public static PasswordHash parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is not a password's hash; make one with: broadsheet web password");
        }
        return new PasswordHash(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    }

    /** Whether this is the password; takes a while, and the same while whatever is wrong. */
    public boolean matches(String password) {
        byte[] derived = derive(password, Base64.getUrlDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(derived, Base64.getUrlDecoder().decode(key));
    }

    /** The hash as it stands in YAML. */
    public String written() {
        return "pbkdf2-sha256:" + iterations + ":" + salt + ":" + key;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}

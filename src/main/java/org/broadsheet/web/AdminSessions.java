package org.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.Lazy;
import org.broadsheet.config.PasswordHash;

/**
 * Sessions of the admin's page. A session is a token that says until when it is good, signed with a key that follows from
 * the installation's own and the password's hash: a changed password ends every session, and a restart none.
 */
final class AdminSessions {
    /** A working day; no session is made longer by using it. */
    static final Duration LASTS = Duration.ofHours(12);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 16;

    private final Lazy<SecretKeySpec> key;
    private final SecureRandom random;
    private final Clock clock;

    AdminSessions(Supplier<byte[]> signingKey, PasswordHash password, SecureRandom random, Clock clock) {
        this.key = new Lazy<>(() -> new SecretKeySpec(
                mac(new SecretKeySpec(signingKey.get(), ALGORITHM), "admin\n" + password.written()), ALGORITHM));
        this.random = random;
        this.clock = clock;
    }

    /** The token of a new session. */
    String open() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String content = clock.instant().plus(LASTS).toEpochMilli() + "." + text(nonce);
        return content + "." + signature("session", content);
    }

    /** Whether a token was made by {@link #open}, and is good still. */
    boolean isOpen(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !isSame(signature("session", token.substring(0, end)), token.substring(end + 1))) {
            return false;
        }
        return clock.millis() < Long.parseLong(token.substring(0, token.indexOf('.')));
    }

    /** What a form of that session must send along, so that no other site can send it (CSRF). */
    String formToken(String session) {
        return signature("form", session);
    }

    /** Whether a form was made for that session. */
    boolean isFormOf(String session, String formToken) {
        return isSame(formToken(session), formToken);
    }

    /** In constant time, so that no signature can be guessed letter by letter. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String purpose, String content) {
        return text(mac(key.get(), purpose + "\n" + content));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(SecretKeySpec key, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

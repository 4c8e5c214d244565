package org.broadsheet.subscriber;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.Lazy;

/**
 * Tokens of letters, digits, dashes and underscores that nobody else can make. Safe for use by many threads.
 *
 * <p>A token is an HMAC-SHA-256 (RFC 2104) over purpose and content, followed by the content; a content that expires
 * begins with the instant, in epoch milliseconds, and a line break.
 */
public final class SignedTokens {
    private static final String ALGORITHM = "HmacSHA256";
    /** Half of the digest; RFC 2104 section 5 allows that, and links stay short. */
    private static final int MAC_BYTES = 16;

    private static final char BETWEEN = '\n';

    /** Copied for each token: looking it up and keying it takes longer than a token does. */
    private final Lazy<Mac> keyed;

    private final Clock clock;

    /**
     * Tokens that are signed with that key.
     *
     * @param key asked for when the first token is made or checked
     */
    public SignedTokens(Supplier<byte[]> key, Clock clock) {
        this.keyed = new Lazy<>(() -> keyed(key.get()));
        this.clock = clock;
    }

    /** A token that says this, for as long as its purpose allows from now on. */
    public String sign(Purpose purpose, String content) {
        String lasting = purpose.lifetime()
                .map(lifetime -> clock.instant().plus(lifetime).toEpochMilli() + "" + BETWEEN + content)
                .orElse(content);
        byte[] bytes = lasting.getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(MAC_BYTES + bytes.length)
                .put(mac(purpose, bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token says, if it was made here for that purpose and is still good. */
    public TokenCheck check(Purpose purpose, String token) {
        return genuine(purpose, token)
                .map(content -> purpose.lifetime().isPresent() ? lasting(content) : new TokenCheck.Genuine(content))
                .orElseGet(TokenCheck.Forged::new);
    }

    private Optional<String> genuine(Purpose purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= MAC_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        // Compares in constant time, so that a token cannot be guessed byte by byte.
        boolean genuine = MessageDigest.isEqual(mac(purpose, content), Arrays.copyOf(bytes, MAC_BYTES));
        return genuine ? Optional.of(new String(content, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private TokenCheck lasting(String content) {
        int between = content.indexOf(BETWEEN);
        Instant expires = Instant.ofEpochMilli(Long.parseLong(content.substring(0, between)));
        return clock.instant().isBefore(expires)
                ? new TokenCheck.Genuine(content.substring(between + 1))
                : new TokenCheck.Expired();
    }

    private byte[] mac(Purpose purpose, byte[] content) {
        try {
            Mac mac = (Mac) keyed.get().clone();
            mac.update((purpose.signed() + BETWEEN).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

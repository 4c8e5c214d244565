package org.broadsheet.subscriber;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.Lazy;

/**
 * Links that end one subscription (RFC 8058): nobody can make one for somebody else, and none ever expires, since a
 * mail may be opened years later.
 *
 * <p>A token is an HMAC-SHA-256 (RFC 2104) over purpose, newsletter and subscriber, followed by the latter two.
 */
public final class UnsubscribeLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "unsubscribe";
    /** Half of the digest; RFC 2104 section 5 allows that, and links stay short. */
    private static final int MAC_BYTES = 16;

    private static final char BETWEEN = '\n';

    private final Lazy<SecretKeySpec> key;
    private final String prefix;

    /**
     * Links that are signed with that key.
     *
     * @param key asked for when the first link is made or verified
     * @param webUrl how readers reach the pages
     */
    public UnsubscribeLinks(Supplier<byte[]> key, URI webUrl) {
        this.key = new Lazy<>(() -> new SecretKeySpec(key.get(), ALGORITHM));
        this.prefix = webUrl.toString().replaceAll("/+$", "") + "/u/";
    }

    /** The link for the reader to open. */
    public URI link(String newsletter, String subscriberId) {
        return URI.create(prefix + token(newsletter, subscriberId));
    }

    /** The part of the link that says who and what: letters, digits, dashes and underscores. */
    public String token(String newsletter, String subscriberId) {
        byte[] content = (newsletter + BETWEEN + subscriberId).getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(MAC_BYTES + content.length)
                .put(mac(content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The subscription a token was made for; empty when it was not made here. */
    public Optional<Subscription> verify(String token) {
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
        boolean genuine = MessageDigest.isEqual(mac(content), Arrays.copyOf(bytes, MAC_BYTES));
        return genuine ? subscription(new String(content, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static Optional<Subscription> subscription(String content) {
        int between = content.lastIndexOf(BETWEEN);
        return Optional.of(new Subscription(content.substring(0, between), content.substring(between + 1)));
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            mac.update((PURPOSE + BETWEEN).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

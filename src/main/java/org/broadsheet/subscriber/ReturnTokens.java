package org.broadsheet.subscriber;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.Lazy;
import org.broadsheet.config.EmailAddress;

/**
 * Return addresses that name the reader (VERP): {@code bounce+TOKEN@example.org}. Whatever a bounce says or leaves out,
 * the address it came to tells whom it is about, and nobody can make one for somebody else.
 *
 * <p>A token is short, as a local part has but 64 octets, and of digits and small letters, as some servers change the
 * case: the subscriber's id, a trace of the newsletter's, and an HMAC-SHA-256 (RFC 2104) of both, cut to 80 bits.
 */
public final class ReturnTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "return\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAC_BYTES = 10;
    private static final int TRACE_BYTES = 3;
    private static final int BYTES = Long.BYTES * 2 + TRACE_BYTES + MAC_BYTES;
    /** Five bits a letter: 0-9 and a-v. */
    private static final int RADIX = 32;

    private static final int LENGTH = (BYTES * Byte.SIZE + 4) / 5;

    private static final Pattern TOKEN = Pattern.compile("\\+([0-9a-vA-V]{" + LENGTH + "})@");

    private final Lazy<SecretKeySpec> key;

    /** Tokens that are signed with that key, which is asked for when the first is made or read. */
    public ReturnTokens(Supplier<byte[]> key) {
        this.key = new Lazy<>(() -> new SecretKeySpec(key.get(), ALGORITHM));
    }

    /**
     * Whom a token names.
     *
     * @param trace of the newsletter's id, in hexadecimal
     */
    public record Returned(String subscriberId, String trace) {
        /** Whether it was made for that newsletter, as far as a trace can tell. */
        boolean isOf(String newsletter) {
            return trace.equals(HexFormat.of().formatHex(ReturnTokens.trace(newsletter)));
        }
    }

    /** The base address with a token; the base itself for an id that is no UUID, which Broadsheet never makes. */
    public EmailAddress address(EmailAddress base, String newsletter, String subscriberId) {
        return uuid(subscriberId)
                .map(id -> new EmailAddress(base.localPart() + "+" + token(newsletter, id) + "@" + base.domain()))
                .orElse(base);
    }

    private String token(String newsletter, UUID id) {
        byte[] content = ByteBuffer.allocate(BYTES - MAC_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(trace(newsletter))
                .array();
        byte[] token = ByteBuffer.allocate(BYTES).put(content).put(mac(content)).array();
        String digits = new BigInteger(1, token).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /** Whom the first genuine token in a text names; the text may be an address, or a field that holds one. */
    public Optional<Returned> in(String text) {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            Optional<Returned> genuine = verify(tokens.group(1).toLowerCase(Locale.ROOT));
            if (genuine.isPresent()) {
                return genuine;
            }
        }
        return Optional.empty();
    }

    private Optional<Returned> verify(String token) {
        BigInteger number = new BigInteger(token, RADIX);
        if (number.bitLength() > BYTES * Byte.SIZE) {
            return Optional.empty();
        }
        byte[] digits = number.toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(digits.length, BYTES);
        System.arraycopy(digits, digits.length - length, bytes, BYTES - length, length);
        byte[] content = Arrays.copyOf(bytes, BYTES - MAC_BYTES);
        // Compares in constant time, so that a token cannot be guessed byte by byte.
        boolean genuine = MessageDigest.isEqual(mac(content), Arrays.copyOfRange(bytes, BYTES - MAC_BYTES, BYTES));
        return genuine ? Optional.of(returned(ByteBuffer.wrap(content))) : Optional.empty();
    }

    private static Returned returned(ByteBuffer content) {
        UUID id = new UUID(content.getLong(), content.getLong());
        byte[] trace = new byte[TRACE_BYTES];
        content.get(trace);
        return new Returned(id.toString(), HexFormat.of().formatHex(trace));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] trace(String newsletter) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(newsletter.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, TRACE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

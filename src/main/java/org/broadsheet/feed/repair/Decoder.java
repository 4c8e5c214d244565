package org.broadsheet.feed.repair;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out in which charset a feed is written, and decodes it.
 *
 * <p>In the order of RFC 7303 section 3: a byte-order mark, the HTTP header, the XML declaration, and without any of
 * them the look of the bytes. But what is claimed must fit. Bytes that are sound UTF-8 beyond ASCII are hardly ever
 * anything else; and bytes that are no UTF-8 are not, whoever says so.
 */
public final class Decoder {
    /** How much of the bytes is looked at for a declaration. */
    private static final int DECLARATION_WITHIN = 1024;

    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([^\\s\"'?>]+)");

    private Decoder() {}

    /**
     * Decodes a feed; every sequence of bytes gives some text.
     *
     * @param contentType the HTTP header, where there was one
     */
    public static Decoded decode(byte[] bytes, Optional<String> contentType) {
        Optional<String> claim = contentType.flatMap(Decoder::header).or(() -> declaration(bytes));
        for (ByteOrderMark mark : ByteOrderMark.values()) {
            if (mark.starts(bytes)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes, mark.length(), bytes.length - mark.length());
                return decode(rest, mark.charset(), claim);
            }
        }
        return ByteOrderMark.sniff(bytes)
                .map(charset -> decode(ByteBuffer.wrap(bytes), charset, claim))
                .orElseGet(() -> decodeUnmarked(ByteBuffer.wrap(bytes), claim));
    }

    private static Decoded decode(ByteBuffer bytes, Charset marked, Optional<String> claim) {
        String text = marked.equals(StandardCharsets.UTF_8)
                ? Utf8.decode(bytes).text()
                : marked.decode(bytes).toString();
        boolean contradicted = claim.isPresent() && !names(claim.get(), marked);
        return new Decoded(text, contradicted ? List.of(Repair.CHARSET) : List.of());
    }

    private static Decoded decodeUnmarked(ByteBuffer bytes, Optional<String> claim) {
        Utf8 utf8 = Utf8.decode(bytes.duplicate());
        boolean claimsUtf8 = claim.isEmpty() || names(claim.get(), StandardCharsets.UTF_8);
        if (utf8.malformed() == 0 && (utf8.sequences() > 0 || claimsUtf8)) {
            return new Decoded(utf8.text(), claimsUtf8 ? List.of() : List.of(Repair.CHARSET));
        }
        boolean surelyUtf8 = utf8.sequences() > 3 * utf8.malformed();
        if (!claimsUtf8 && !surelyUtf8) {
            Optional<String> asClaimed = claim.flatMap(Charsets::find).flatMap(charset -> sound(bytes, charset));
            if (asClaimed.isPresent()) {
                return new Decoded(asClaimed.get(), List.of());
            }
        }
        boolean mostlyUtf8 = utf8.malformed() == 0 || utf8.sequences() > utf8.malformed();
        Optional<String> guess =
                mostlyUtf8 ? Optional.empty() : Charsets.guess(bytes).flatMap(some -> sound(bytes, some));
        return new Decoded(
                guess.orElse(utf8.text()), List.of(mostlyUtf8 && claimsUtf8 ? Repair.BYTES : Repair.CHARSET));
    }

    /** The text, unless it shows that the bytes were written in another charset. */
    private static Optional<String> sound(ByteBuffer bytes, Charset charset) {
        String text = charset.decode(bytes.duplicate()).toString();
        long broken = text.chars().filter(letter -> letter == '\ufffd').count();
        boolean looksLikeAFeed = text.indexOf('<') >= 0 || text.indexOf('{') >= 0;
        return Optional.of(text).filter(some -> looksLikeAFeed && broken * 100 <= some.length());
    }

    private static boolean names(String claim, Charset charset) {
        // "UTF-16" leaves the order of bytes to the mark.
        return Charsets.find(claim)
                .filter(claimed -> charset.name().startsWith(claimed.name()))
                .isPresent();
    }

    private static Optional<String> header(String contentType) {
        return first(HEADER.matcher(contentType));
    }

    private static Optional<String> declaration(byte[] bytes) {
        int length = Math.min(bytes.length, DECLARATION_WITHIN);
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        // A declaration in UTF-16 reads so without its zero bytes.
        return first(DECLARATION.matcher(start.replace("\0", "")));
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

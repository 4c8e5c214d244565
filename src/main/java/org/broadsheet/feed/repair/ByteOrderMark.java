package org.broadsheet.feed.repair;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The marks that a text may begin with; the longer ones first, because one begins with another. */
enum ByteOrderMark {
    UTF_32LE("fffe0000", Charset.forName("UTF-32LE")),
    UTF_32BE("0000feff", Charset.forName("UTF-32BE")),
    UTF_8("efbbbf", StandardCharsets.UTF_8),
    UTF_16LE("fffe", StandardCharsets.UTF_16LE),
    UTF_16BE("feff", StandardCharsets.UTF_16BE);

    private final String hex;
    private final Charset charset;

    ByteOrderMark(String hex, Charset charset) {
        this.hex = hex;
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return hex.length() / 2;
    }

    boolean starts(byte[] bytes) {
        return bytes.length >= length()
                && HexFormat.of().formatHex(bytes, 0, length()).equals(hex);
    }

    /** Texts in wide characters without a mark give themselves away by zeros around their first bracket. */
    static Optional<Charset> sniff(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        int zeros = 0;
        for (int i = 0; i < 4; i++) {
            zeros = zeros << 1 | (bytes[i] == 0 ? 1 : 0);
        }
        return switch (zeros) {
            case 0b0101 -> Optional.of(StandardCharsets.UTF_16LE);
            case 0b1010 -> Optional.of(StandardCharsets.UTF_16BE);
            case 0b0111 -> Optional.of(UTF_32LE.charset);
            case 0b1110 -> Optional.of(UTF_32BE.charset);
            default -> Optional.empty();
        };
    }
}

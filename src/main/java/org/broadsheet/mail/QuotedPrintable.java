package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Encodes text for a mail's body (RFC 2045 section 6.7). Each line is encoded by itself, so encoding line by line gives
 * the same as encoding the whole; and none begins with a dot, so SMTP has nothing to stuff (RFC 5321 section 4.5.2).
 */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** Encodes text that begins where a line begins. */
    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + text.length() / 8);
        new QuotedPrintable(bytes).write(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void write(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            byte octet = text[i];
            if (octet == '\n' || octet == '\r') {
                lineBreak();
                i += octet == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
            } else {
                write(octet, isLineEnd(text, i + 1));
            }
        }
    }

    private static boolean isLineEnd(byte[] text, int at) {
        return at == text.length || text[at] == '\n' || text[at] == '\r';
    }

    private void lineBreak() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }

    private void write(byte octet, boolean last) {
        boolean space = octet == ' ' || octet == '\t';
        boolean plain = space ? !last : octet > ' ' && octet < 0x7F && octet != '=';
        // A line has room for the sign that it goes on, unless it ends.
        if (column + (plain ? 1 : 3) > LONGEST_LINE - (last ? 0 : 1)) {
            out.write('=');
            lineBreak();
        }
        if (plain && !(octet == '.' && column == 0)) {
            out.write(octet);
            column++;
        } else {
            escape(octet);
        }
    }

    private void escape(byte octet) {
        out.write('=');
        out.write(HEX[(octet >> 4) & 0xF]);
        out.write(HEX[octet & 0xF]);
        column += 3;
    }
}

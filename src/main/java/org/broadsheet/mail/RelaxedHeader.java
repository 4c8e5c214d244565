package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;

/** Header fields as they are after the changes that mail servers make on the way (RFC 6376 section 3.4.2). */
final class RelaxedHeader {
    private RelaxedHeader() {}

    /** Writes a field, given without the line end behind it, unfolded and with its name in small letters; no line end. */
    static void write(ByteArrayOutputStream out, byte[] bytes, int begin, int end) {
        int colon = colon(bytes, begin, end);
        for (int i = begin; i < colon && !isSpace(bytes[i]); i++) {
            out.write(small(bytes[i]));
        }
        out.write(':');
        boolean space = false;
        boolean written = false;
        for (int i = colon + 1; i < end; i++) {
            if (isSpace(bytes[i])) {
                space = true;
            } else {
                if (space && written) {
                    out.write(' ');
                }
                out.write(bytes[i]);
                space = false;
                written = true;
            }
        }
    }

    /** Where a field's name ends. */
    static int colon(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at < end && bytes[at] != ':') {
            at++;
        }
        if (at == end) {
            throw new IllegalArgumentException("a header field without a colon");
        }
        return at;
    }

    private static int small(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }

    /** The line ends of folding count as well: between them and the text, there is always white space. */
    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }
}

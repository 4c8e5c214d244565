package org.broadsheet.feed.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8, and each one that cannot be so as windows-1252: publishing systems paste old texts into new ones.
 *
 * @param sequences how many characters beyond ASCII were sound UTF-8
 * @param malformed how many bytes were not
 */
record Utf8(String text, int sequences, int malformed) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static Utf8 decode(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        int malformed = 0;
        int end = endOfWholeCharacters(bytes);
        ByteBuffer whole = bytes.duplicate().limit(end);
        CoderResult result = decoder.decode(whole, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                byte value = whole.get();
                malformed++;
                // No text that a feed would paste has these; so they are damage, and not worth a sign of their own.
                if ((value & 0xff) < 0xfe) {
                    text.put(single(value));
                }
            }
            result = decoder.reset().decode(whole, text, true);
        }
        text.flip();
        int beyondAscii = (int) text.chars().filter(letter -> letter > 0x7f).count();
        return new Utf8(text.toString(), Math.max(0, beyondAscii - malformed), malformed);
    }

    private static char single(byte value) {
        return WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {value})).get();
    }

    /** A text that is cut off may end within a character. */
    private static int endOfWholeCharacters(ByteBuffer bytes) {
        int end = bytes.limit();
        for (int back = 1; back <= 3 && end - back >= bytes.position(); back++) {
            int value = bytes.get(end - back) & 0xff;
            if (value < 0x80) {
                return end;
            }
            if (value >= 0xc0) {
                int needed = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
                return needed > back ? end - back : end;
            }
        }
        return end;
    }
}

package org.broadsheet.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file as text, or says why that cannot be. */
sealed interface FileText {
    /** No hand-written configuration comes near; sign-ups are kept in the database. */
    int LARGEST = 1_000_000;

    /** The whole file. */
    record Read(String text) implements FileText {}

    /** Nothing, and the reason; line 0 is the file as such. */
    record Unreadable(Place place, String message) implements FileText {
        Unreadable(String message) {
            this(Place.FILE, message);
        }
    }

    static FileText of(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? new Unreadable("is larger than 1 MB; keep long lists of subscribers in the database")
                    : decode(bytes);
        } catch (NoSuchFileException missing) {
            return new Unreadable("there is no such file");
        } catch (AccessDeniedException denied) {
            return new Unreadable("may not be read; give the account that runs Broadsheet the right to");
        } catch (IOException broken) {
            return new Unreadable("cannot be read; check that it is a file and that the disk is sound");
        }
    }

    private static FileText decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) {
            // Some editors begin a file with a byte order mark.
            return new Read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        String[] lines = text.split("\r\n|\r|\n", -1);
        String last = lines[lines.length - 1];
        return new Unreadable(
                new Place(lines.length, last.codePointCount(0, last.length()) + 1),
                "byte " + (in.position() + 1) + " of this file is not UTF-8; save the file as UTF-8");
    }
}

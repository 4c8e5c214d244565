package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.util.QPEncoderStream;

/** Encodes text for a mail's body (RFC 2045 section 6.7). */
final class QuotedPrintable {
    private QuotedPrintable() {}

    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + text.length() / 8);
        // Angus's own class, since the way through MimeUtility looks for service providers in every jar each time.
        try (QPEncoderStream encoder = new QPEncoderStream(bytes)) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

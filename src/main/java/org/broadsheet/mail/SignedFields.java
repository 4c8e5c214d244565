package org.broadsheet.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header fields of a mail that a signature covers. */
final class SignedFields {
    /** What a reader, or the mail program, acts upon (RFC 6376 section 5.4.1, RFC 8058 section 4). */
    private static final List<String> SIGNED = List.of(
            "From",
            "Sender",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Content-Language",
            "List-Id",
            "List-Help",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Subscribe",
            "List-Owner",
            "List-Archive",
            "Feedback-ID",
            "Auto-Submitted",
            "Precedence",
            "CFBL-Address",
            "CFBL-Feedback-ID");

    /** Signed once more than they are there, so that nobody can add another one (RFC 6376 section 8.15). */
    private static final List<String> OVERSIGNED =
            List.of("From", "To", "Cc", "Subject", "Date", "Message-ID", "Reply-To", "Content-Type");

    private final List<String> names;
    private final byte[] canonical;

    private SignedFields(List<String> names, byte[] canonical) {
        this.names = names;
        this.canonical = canonical;
    }

    /** A field's name in small letters, and where it stands, without the line end behind it. */
    private record Field(String name, int begin, int end) {}

    /** Chooses among header fields, each ended by CRLF. */
    static SignedFields of(byte[] headers) {
        List<Field> fields = fields(headers);
        List<String> names = new ArrayList<>();
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(headers.length);
        for (String name : SIGNED) {
            String wanted = name.toLowerCase(Locale.ROOT);
            // Of several, a verifier takes the last first (section 5.4.2).
            for (int i = fields.size() - 1; i >= 0; i--) {
                Field field = fields.get(i);
                if (field.name.equals(wanted)) {
                    names.add(name);
                    RelaxedHeader.write(canonical, headers, field.begin, field.end);
                    canonical.write('\r');
                    canonical.write('\n');
                }
            }
        }
        names.addAll(OVERSIGNED);
        return new SignedFields(names, canonical.toByteArray());
    }

    /** The names of the fields, as often as each is signed. */
    List<String> names() {
        return names;
    }

    /** The fields in that order, relaxed, each with its line end. */
    byte[] canonical() {
        return canonical;
    }

    private static List<Field> fields(byte[] headers) {
        List<Field> fields = new ArrayList<>();
        int begin = 0;
        while (begin < headers.length) {
            int end = endOfField(headers, begin);
            int colon = RelaxedHeader.colon(headers, begin, end);
            String name = new String(headers, begin, colon - begin, ISO_8859_1);
            fields.add(new Field(name.stripTrailing().toLowerCase(Locale.ROOT), begin, end));
            begin = end + 2;
        }
        return fields;
    }

    /** The first line end that no folded line follows. */
    private static int endOfField(byte[] headers, int begin) {
        for (int at = begin; at + 1 < headers.length; at++) {
            boolean lineEnd = headers[at] == '\r' && headers[at + 1] == '\n';
            boolean folded = at + 2 < headers.length && (headers[at + 2] == ' ' || headers[at + 2] == '\t');
            if (lineEnd && !folded) {
                return at;
            }
        }
        throw new IllegalArgumentException("a header field without a line end");
    }
}

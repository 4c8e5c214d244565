package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of an edition, encoded once for all subscribers; only what stands at the marks is encoded for each of them.
 * Encoding is most of the work of a mail, so this makes sending several times as fast.
 */
final class MarkedText {
    /** A line break that is not part of the text (RFC 2045 section 6.7, rule 5): pieces of any length may follow. */
    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> pieces;
    private final List<String> marks;

    private MarkedText(List<byte[]> pieces, List<String> marks) {
        this.pieces = pieces;
        this.marks = marks;
    }

    /** Finds every mark, also where one stands more than once. */
    static MarkedText of(String text, List<String> marks) {
        Pattern any = Pattern.compile(marks.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        List<byte[]> pieces = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Matcher matcher = any.matcher(text);
        int start = 0;
        while (matcher.find()) {
            pieces.add(QuotedPrintable.encode(text.substring(start, matcher.start())));
            found.add(matcher.group());
            start = matcher.end();
        }
        pieces.add(QuotedPrintable.encode(text.substring(start)));
        return new MarkedText(pieces, found);
    }

    /** The whole part, encoded, with those values at the marks. */
    byte[] with(Map<String, String> values) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(pieces.get(0));
        for (int i = 0; i < marks.size(); i++) {
            String value = Objects.requireNonNull(values.get(marks.get(i)), "a value for every mark");
            whole.writeBytes(SOFT_BREAK);
            whole.writeBytes(QuotedPrintable.encode(value));
            whole.writeBytes(SOFT_BREAK);
            whole.writeBytes(pieces.get(i + 1));
        }
        return whole.toByteArray();
    }
}

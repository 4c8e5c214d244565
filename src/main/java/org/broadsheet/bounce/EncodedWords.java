package org.broadsheet.bounce;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the words of headers (RFC 2047); what cannot be decoded stays as it is. */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:+-]+)(?:\\*[\\w-]*)?\\?([BbQq])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    private EncodedWords() {}

    static String decode(String value) {
        return WORD.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(decoded(word.group(1), word.group(2), word.group(3))));
    }

    private static String decoded(String charset, String encoding, String letters) {
        boolean base64 = encoding.equalsIgnoreCase("B");
        HeaderFields headers = new HeaderFields(java.util.List.of(
                new HeaderFields.Field("Content-Type", "text/plain; charset=" + charset),
                new HeaderFields.Field("Content-Transfer-Encoding", base64 ? "base64" : "quoted-printable")));
        return BodyText.decode(headers, base64 ? letters : letters.replace('_', ' '));
    }
}

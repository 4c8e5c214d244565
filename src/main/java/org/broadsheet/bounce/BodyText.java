package org.broadsheet.bounce;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Decodes bodies: transfer encodings (RFC 2045 section 6), character sets, and HTML into lines. */
final class BodyText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:+-]+)");
    private static final Pattern LINE_TAG = Pattern.compile("(?i)<(br|/?p|/?div|/tr|/li|/h\\d|/table)\\b[^>]*>");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(style|script|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,2000}>");

    private BodyText() {}

    static String decode(HeaderFields headers, String raw) {
        byte[] bytes = unpacked(headers, raw).getBytes(StandardCharsets.ISO_8859_1);
        return characters(bytes, headers.first("Content-Type").orElse(""))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** Without its transfer encoding; each byte a character. */
    static String unpacked(HeaderFields headers, String raw) {
        String encoding = headers.first("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (encoding.contains("base64")) {
            return new String(Base64.getMimeDecoder().decode(wholeGroups(raw)), StandardCharsets.ISO_8859_1);
        }
        return encoding.contains("quoted") ? quotedPrintable(raw) : raw;
    }

    /** The decoder refuses what was cut off within a group of four. */
    private static String wholeGroups(String raw) {
        String letters = raw.replaceAll("[^A-Za-z0-9+/]", "");
        return letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
    }

    private static String quotedPrintable(String raw) {
        String joined = raw.replaceAll("=[ \\t]*\\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(joined.length());
        for (int i = 0; i < joined.length(); i++) {
            int value = joined.charAt(i) == '=' ? hex(joined, i + 1) : -1;
            bytes.write(value < 0 ? joined.charAt(i) : value);
            i += value < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String characters(byte[] bytes, String contentType) {
        Matcher name = CHARSET.matcher(contentType);
        Charset named = name.find() ? charset(name.group(1)) : StandardCharsets.UTF_8;
        try {
            CharBuffer exact = named.newDecoder().decode(ByteBuffer.wrap(bytes));
            return exact.toString();
        } catch (CharacterCodingException e) {
            // Whatever it claims to be: what every byte can be read as.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    static String withoutTags(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ");
        String lines = LINE_TAG.matcher(seen.replace('\n', ' ')).replaceAll("\n");
        return Parser.unescapeEntities(TAG.matcher(lines).replaceAll(""), false);
    }
}

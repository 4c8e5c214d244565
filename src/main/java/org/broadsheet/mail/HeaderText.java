package org.broadsheet.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns any text into the value of a header field: one line, whatever it held, and as encoded words (RFC 2047) where it
 * is not plain ASCII.
 */
final class HeaderText {
    /** Line breaks of every kind, and controls, which have no place in a header (RFC 5322 section 2.2). */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private static final Pattern LONE_SURROGATE = Pattern.compile("[\\uD800-\\uDFFF]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");
    private static final String START = "=?UTF-8?";
    private static final String END = "?=";
    /** An encoded word has 75 characters at most (RFC 2047 section 2). */
    private static final int WORD = 75 - START.length() - 2 - END.length();

    /** A line has 998 octets at most (RFC 5322 section 2.1.1); the field's name and an address want room too. */
    private static final int LONGEST = 900;

    private HeaderText() {}

    /** The text on one line, without control characters, as the reader will see it; never longer than a header may be. */
    static String clean(String text) {
        String oneLine =
                LONE_SURROGATE.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
        String shown = SPACES.matcher(oneLine).replaceAll(" ").strip();
        return words(shown).length() <= LONGEST ? shown : shortened(shown);
    }

    private static String shortened(String text) {
        int kept = text.codePointCount(0, text.length());
        String shorter = text;
        while (words(shorter).length() > LONGEST) {
            kept -= Math.max(1, kept / 16);
            shorter = text.substring(0, text.offsetByCodePoints(0, kept)).strip() + "…";
        }
        return shorter;
    }

    /** The value of an unstructured field such as Subject. */
    static String unstructured(String text) {
        String clean = clean(text);
        return isPlain(clean) ? clean : words(clean);
    }

    /** A display name (RFC 5322 section 3.2.5): as it is, quoted, or encoded. */
    static String phrase(String text) {
        String clean = clean(text);
        if (!isPlain(clean)) {
            return words(clean);
        }
        return ATOMS.matcher(clean).matches() && !clean.isEmpty()
                ? clean
                : '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Text that looks like an encoded word must be encoded itself, or readers would see it decoded. */
    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !text.contains("=?");
    }

    private static String words(String text) {
        boolean mostlyLatin = text.chars().filter(c -> c > 0x7E).count() * 3 < text.length();
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = Character.toString(point);
            // Whole characters only: a character must not be split between two words.
            if (encoded(word + next, mostlyLatin).length() > WORD) {
                append(words, encoded(word.toString(), mostlyLatin), mostlyLatin);
                word.setLength(0);
            }
            word.append(next);
        });
        append(words, encoded(word.toString(), mostlyLatin), mostlyLatin);
        return words.toString();
    }

    private static void append(StringBuilder words, String encoded, boolean quoted) {
        words.append(words.isEmpty() ? "" : "\r\n ");
        words.append(START).append(quoted ? "Q?" : "B?").append(encoded).append(END);
    }

    private static String encoded(String text, boolean quoted) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return quoted ? quoted(bytes) : Base64.getEncoder().encodeToString(bytes);
    }

    /** The Q encoding in the form that is also right inside a phrase (RFC 2047 section 5, rule 3). */
    private static String quoted(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte octet : bytes) {
            if (octet == ' ') {
                text.append('_');
            } else if (octet > 0 && Character.isLetterOrDigit(octet)) {
                text.append((char) octet);
            } else {
                text.append(String.format(Locale.ROOT, "=%02X", octet & 0xFF));
            }
        }
        return text.toString();
    }
}

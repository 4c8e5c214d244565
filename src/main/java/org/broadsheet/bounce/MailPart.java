package org.broadsheet.bounce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail, or a part of one (RFC 2045, RFC 2046), read from whatever came: any line ends, an mbox line before it, borders
 * that are missing or indented. Bounces are written by the oddest of programs, so nothing here throws.
 *
 * @param raw the body as it came, each byte a character, lines ended by a line feed
 */
record MailPart(HeaderFields headers, String raw) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+))");
    private static final int DEEPEST = 8;

    /** Reads a mail. */
    static MailPart of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\n*", "");
        return of(
                text.startsWith("From ") || text.startsWith(">From ") ? text.substring(text.indexOf('\n') + 1) : text);
    }

    private static MailPart of(String text) {
        int end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        HeaderFields headers = HeaderFields.of(head.lines().toList());
        boolean noHeader = headers.isEmpty() && end != 0;
        return new MailPart(headers, noHeader ? text : text.substring(Math.min(text.length(), head.length() + 1)));
    }

    /** A mail that stands in a text, without what is before it. */
    static MailPart within(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The media type in lower case, without parameters; {@code text/plain} where none is given. */
    String type() {
        String given = headers.first("Content-Type").orElse("").split("[;\\s]", 2)[0];
        return given.isEmpty() ? "text/plain" : given.toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The parts that hold no other parts, in order: this one alone when it is not made of any. */
    List<MailPart> leaves() {
        List<MailPart> leaves = new ArrayList<>();
        gather(leaves, 0);
        return leaves;
    }

    private void gather(List<MailPart> leaves, int depth) {
        List<MailPart> children = depth < DEEPEST ? children() : List.of();
        if (children.isEmpty()) {
            leaves.add(this);
        }
        children.forEach(child -> child.gather(leaves, depth + 1));
    }

    private List<MailPart> children() {
        Matcher boundary = BOUNDARY.matcher(headers.first("Content-Type").orElse(""));
        if (!type().startsWith("multipart/") || !boundary.find()) {
            return List.of();
        }
        String border = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1)).strip();
        List<MailPart> children = new ArrayList<>();
        StringBuilder part = null;
        for (String line : raw.split("\n", -1)) {
            String bare = line.strip();
            if (bare.equals(border) || bare.equals(border + "--")) {
                add(children, part);
                part = bare.equals(border) ? new StringBuilder() : null;
            } else if (part != null) {
                part.append(line).append('\n');
            }
        }
        add(children, part);
        return children;
    }

    private static void add(List<MailPart> children, @Nullable StringBuilder part) {
        if (part != null && !part.toString().isBlank()) {
            children.add(of(part.toString()));
        }
    }

    /** The body as text, whatever its encoding; HTML without its tags. */
    String text() {
        String decoded = BodyText.decode(headers, raw);
        return type().equals("text/html") ? BodyText.withoutTags(decoded) : decoded;
    }

    /** The body as another mail: of a returned message, whole or its header alone. */
    MailPart content() {
        return within(BodyText.unpacked(headers, raw));
    }
}

package org.broadsheet.lint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A mail is small enough to be shown whole, with its styles.
 *
 * <p>Gmail cuts a mail off at about 102 kB of HTML and drops styles of more than 16 KB together; a line of more than 998 letters is
 * forbidden by RFC 5322, section 2.1.1, and some servers break it wherever they like.
 */
final class SizeRule implements Rule {
    private static final String NAME = "size";
    private static final int LARGEST_HTML = 90_000;
    private static final int LARGEST_STYLES = 16 * 1024;
    private static final int LONGEST_LINE = 998;

    @Override
    public Stream<Finding> look(Mail mail) {
        int styles = mail.styles().stream()
                .mapToInt(some -> bytes(some.element().data()))
                .sum();
        return Stream.of(
                        over(
                                bytes(mail.html()),
                                LARGEST_HTML,
                                "the HTML is",
                                "show fewer stories or shorten the markup of each"),
                        over(styles, LARGEST_STYLES - 1, "all styles together are", "leave rules out"),
                        mail.html().lines().flatMap(SizeRule::line))
                .flatMap(found -> found);
    }

    private static Stream<Finding> line(String line) {
        if (line.length() * 3 <= LONGEST_LINE) {
            return Stream.empty();
        }
        String start = line.substring(0, Math.min(40, line.length()));
        return over(bytes(line), LONGEST_LINE, "the line “" + start + "…” is", "break it");
    }

    private static Stream<Finding> over(int size, int limit, String what, String advice) {
        return size <= limit
                ? Stream.empty()
                : Stream.of(Mail.whole(
                        NAME, String.format(Locale.ROOT, "%s %,d bytes, over %,d", what, size, limit), advice));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

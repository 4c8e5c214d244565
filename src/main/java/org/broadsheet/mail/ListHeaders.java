package org.broadsheet.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** The headers that tell mail programs what list this is and how to leave it (RFC 2369, RFC 2919, RFC 8058). */
final class ListHeaders {
    private static final int LONGEST_LABEL = 100;

    private ListHeaders() {}

    /** The list's name and identity; the identity stays the same whatever the title becomes. */
    static String id(String title, String newsletter, EmailAddress from) {
        return HeaderText.phrase(title) + "\r\n <" + label(newsletter) + "." + from.domain() + ">";
    }

    /** A newsletter's id may be any file name; what no domain label may hold becomes its number. */
    private static String label(String newsletter) {
        StringBuilder label = new StringBuilder();
        newsletter.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            boolean allowed = point == '-' || point == '_' || (point < 0x7F && Character.isLetterOrDigit(point));
            label.append(allowed ? Character.toString(point) : "-" + Integer.toHexString(point));
        });
        return label.substring(0, Math.min(label.length(), LONGEST_LABEL));
    }

    /** The ways to unsubscribe, the best first. A link that is not https is none of them (RFC 8058 section 3.1). */
    static String unsubscribe(URI link, EmailAddress from, String token) {
        String mailto = "<mailto:" + percentEncoded(from.localPart()) + "@" + from.domain() + "?subject=unsubscribe%20"
                + token + ">";
        return isHttps(link) ? "<" + link.toASCIIString() + ">,\r\n " + mailto : mailto;
    }

    /** Promises that a POST to the link unsubscribes without a question. */
    static Optional<String> oneClick(URI link) {
        return isHttps(link) ? Optional.of("List-Unsubscribe=One-Click") : Optional.empty();
    }

    private static boolean isHttps(URI link) {
        return "https".equalsIgnoreCase(link.getScheme());
    }

    /** RFC 6068 section 2. */
    private static String percentEncoded(String localPart) {
        StringBuilder text = new StringBuilder();
        for (byte octet : localPart.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved = octet > 0 && (Character.isLetterOrDigit(octet) || "-._~+".indexOf(octet) >= 0);
            text.append(unreserved ? Character.toString(octet) : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
        }
        return text.toString();
    }
}

package org.broadsheet.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** The headers that tell mail programs what list this is and how to leave it (RFC 2369, RFC 2919, RFC 8058). */
final class ListHeaders {
    private static final int LONGEST_LABEL = 100;
    private static final int SHORTEST_SENDER = 5;
    private static final int LONGEST_SENDER = 15;

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
    static String unsubscribe(URI link, EmailAddress mailbox, String token) {
        String mailto = "<mailto:" + percentEncoded(mailbox.localPart()) + "@" + mailbox.domain()
                + "?subject=unsubscribe%20" + token + ">";
        return isHttps(link) ? "<" + link.toASCIIString() + ">,\r\n " + mailto : mailto;
    }

    /** Promises that a POST to the link unsubscribes without a question. */
    static Optional<String> oneClick(URI link) {
        return isHttps(link) ? Optional.of("List-Unsubscribe=One-Click") : Optional.empty();
    }

    /** Where a reader who is at a loss may write to. */
    static String help(EmailAddress to) {
        return "<mailto:" + percentEncoded(to.localPart()) + "@" + to.domain() + "?subject=help>";
    }

    /**
     * What complaints are counted by at large mailbox providers: the edition, the newsletter, the kind of mail, and the
     * sender, who stays the same. Nothing of the reader, or each would be counted alone.
     */
    static String feedbackId(String editionId, String newsletter, EmailAddress from) {
        return label(editionId) + ":" + label(newsletter) + ":digest:" + senderId(from);
    }

    /** Five to fifteen letters, as asked for. */
    private static String senderId(EmailAddress from) {
        String letters = from.domain().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String enough = letters.length() < SHORTEST_SENDER ? letters + "sender" : letters;
        return enough.substring(0, Math.min(enough.length(), LONGEST_SENDER));
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

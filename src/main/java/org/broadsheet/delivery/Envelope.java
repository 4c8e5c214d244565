package org.broadsheet.delivery;

import org.broadsheet.config.EmailAddress;

/**
 * From where to where a mail goes, as SMTP sees it (RFC 5321 section 2.3.1).
 *
 * @param from where it goes back to when it cannot be delivered
 */
public record Envelope(EmailAddress from, EmailAddress to) {

    /** Whether a part before the {@code @} is beyond ASCII, which only SMTPUTF8 carries (RFC 6531). Domains never are. */
    boolean needsUtf8() {
        return from.needsUtf8() || to.needsUtf8();
    }

    /**
     * The command that begins a mail.
     *
     * @param parameters what the server's extensions make possible, each with a space before it
     */
    String mailCommand(String parameters) {
        return "MAIL FROM:<" + from.envelope() + ">" + parameters;
    }

    String rcptCommand() {
        return "RCPT TO:<" + to.envelope() + ">";
    }
}

package org.broadsheet.delivery;

import java.nio.charset.StandardCharsets;
import org.broadsheet.config.EmailAddress;

/** From where to where a mail goes, as SMTP sees it (RFC 5321 section 2.3.1). */
record Envelope(EmailAddress from, EmailAddress to) {

    /** Whether a part before the {@code @} is beyond ASCII, which only SMTPUTF8 carries (RFC 6531). Domains never are. */
    boolean needsUtf8() {
        return !StandardCharsets.US_ASCII.newEncoder().canEncode(from.localPart() + to.localPart());
    }

    String mailCommand() {
        return "MAIL FROM:<" + from.envelope() + ">" + (needsUtf8() ? " SMTPUTF8" : "");
    }

    String rcptCommand() {
        return "RCPT TO:<" + to.envelope() + ">";
    }
}

package org.broadsheet.config;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox address (RFC 5321 section 4.1.2) that is safe to put into an envelope and a header.
 *
 * @param text as its owner writes it, the local part untouched
 */
public record EmailAddress(String text) {
    private static final EmailValidator VALIDATOR =
            JMail.strictValidator().disallowQuotedIdentifiers().disallowObsoleteWhitespace();

    /** IDNA 2008, where straße.de stays itself; the JDK's own is the older standard and would mail another domain. */
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.USE_STD3_RULES);

    /** What IDNA leaves as it is: most domains by far, and looking them up would be a good part of a mail's work. */
    private static final Pattern PLAIN_DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:-?[A-Za-z0-9]){0,30}\\.)+[A-Za-z0-9](?:-?[A-Za-z0-9]){0,30}");

    public EmailAddress {
        // jmail takes "Anna <anna@example.org>" for an address; here the name is another field.
        if (text.indexOf('<') >= 0 || !VALIDATOR.isValid(text) || !domainIsSound(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an e-mail address");
        }
    }

    private static boolean domainIsSound(String text) {
        if (PLAIN_DOMAIN.matcher(text).region(text.lastIndexOf('@') + 1, text.length()).matches()) {
            return true;
        }
        IDNA.Info info = new IDNA.Info();
        IDNA_2008.nameToASCII(text.substring(text.lastIndexOf('@') + 1), new StringBuilder(), info);
        return !info.hasErrors();
    }

    /** The part before the last {@code @}. */
    public String localPart() {
        return text.substring(0, text.lastIndexOf('@'));
    }

    /** The domain in its ASCII form (A-labels, lower case), as SMTP wants it. */
    public String domain() {
        String written = text.substring(text.lastIndexOf('@') + 1);
        return isAscii(written) ? written.toLowerCase(Locale.ROOT) : ascii(written);
    }

    /** Whether the part before the {@code @} is beyond ASCII, which only SMTPUTF8 carries (RFC 6531). */
    public boolean needsUtf8() {
        return !isAscii(localPart());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String ascii(String domain) {
        StringBuilder ascii = new StringBuilder();
        IDNA_2008.nameToASCII(domain, ascii, new IDNA.Info());
        return ascii.toString().toLowerCase(Locale.ROOT);
    }

    /** The address for the envelope: local part as written, domain in ASCII. */
    public String envelope() {
        return localPart() + "@" + domain();
    }

    /** One form per mailbox, for uniqueness: lower case, since no known provider tells letter cases apart. */
    public String canonical() {
        return localPart().toLowerCase(Locale.ROOT) + "@" + domain();
    }

    @Override
    public String toString() {
        return text;
    }
}

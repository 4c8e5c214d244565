package org.broadsheet.config;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox address (RFC 5321 section 4.1.2, RFC 6531 section 3.3) that is safe to put into an envelope and a header:
 * no quotes, no comments, no spaces, and nothing that cannot be seen.
 *
 * @param text as its owner writes it, in Unicode's form C (RFC 6532 section 3.1)
 */
public record EmailAddress(String text) {
    private static final EmailValidator VALIDATOR =
            JMail.strictValidator().disallowQuotedIdentifiers().disallowObsoleteWhitespace();

    /**
     * A dot-atom (RFC 5322 section 3.2.3), and beyond ASCII what one can see. jmail lets comments, quotes, NUL and
     * characters that turn the direction of writing pass, and they would reach the envelope.
     */
    private static final Pattern LOCAL_PART =
            Pattern.compile("(?:[\\w.!#$%&'*+/=?^`{|}~-]|[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}&&[^\\p{ASCII}]])+");

    /** RFC 5321 section 4.5.3.1, in octets; a path is the address and its angle brackets. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final int LONGEST = 254;

    /** IDNA 2008, where straße.de stays itself; the JDK's own is the older standard and would mail another domain. */
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    /** What IDNA leaves as it is: most domains by far, and looking them up would be a good part of a mail's work. */
    private static final Pattern PLAIN_DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:-?[A-Za-z0-9]){0,30}\\.)+[A-Za-z0-9](?:-?[A-Za-z0-9]){0,30}");

    public EmailAddress {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        // jmail takes "Anna <anna@example.org>" for an address; here the name is another field.
        if (text.indexOf('<') >= 0 || !VALIDATOR.isValid(text) || !isSound(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an e-mail address");
        }
    }

    private static boolean isSound(String text) {
        String local = localPart(text);
        String written = text.substring(local.length() + 1);
        return LOCAL_PART.matcher(local).matches()
                && octets(local) <= LONGEST_LOCAL_PART
                && sound(written)
                        .filter(domain -> octets(local) + 1 + domain.length() <= LONGEST)
                        .isPresent();
    }

    /** The domain in ASCII; empty when there can be none of that name. */
    private static Optional<String> sound(String domain) {
        if (PLAIN_DOMAIN.matcher(domain).matches()) {
            return Optional.of(domain);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        IDNA_2008.nameToASCII(domain, ascii, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The part before the last {@code @}. */
    public String localPart() {
        return localPart(text);
    }

    private static String localPart(String text) {
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

    /** One form for each mailbox, for uniqueness: lower case, since no known provider tells letter cases apart. */
    public String canonical() {
        return Normalizer.normalize(lowerCase(localPart()), Normalizer.Form.NFC) + "@" + domain();
    }

    /** Letter by letter, because String's own looks at the letters around a Greek sigma, and makes two of a Turkish İ. */
    private static String lowerCase(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.broadsheet.mail;

/** Adds header fields that vouch for a mail as it is sent (RFC 6376). Must be safe for use by many threads. */
@FunctionalInterface
public interface MailSigner {
    /**
     * What goes before the mail's own header fields.
     *
     * @param headers the header fields, each ended by CRLF, without the empty line after them
     * @param body everything after the empty line
     * @return whole header fields, each ended by CRLF; empty for none
     */
    byte[] sign(byte[] headers, byte[] body);
}

package org.broadsheet.mail;

import org.broadsheet.edition.Marks;

/** An edition whose common parts are encoded; made once, used for every subscriber by many threads. */
public final class PreparedMail {
    private final EditionMail mail;
    private final String commonHeaders;
    private final MarkedText html;
    private final MarkedText plain;

    PreparedMail(EditionMail mail, String commonHeaders, MarkedText html, MarkedText plain) {
        this.mail = mail;
        this.commonHeaders = commonHeaders;
        this.html = html;
        this.plain = plain;
    }

    /** What was prepared. */
    public EditionMail mail() {
        return mail;
    }

    Marks marks() {
        return Marks.of(mail.editionId());
    }

    String commonHeaders() {
        return commonHeaders;
    }

    MarkedText html() {
        return html;
    }

    MarkedText plain() {
        return plain;
    }
}

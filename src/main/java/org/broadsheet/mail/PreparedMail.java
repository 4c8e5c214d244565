package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import org.broadsheet.edition.Marks;

/** An edition whose common parts are encoded; made once, used for every subscriber by many threads. */
public final class PreparedMail {
    private final EditionMail mail;
    private final String commonHeaders;
    private final MarkedText html;
    private final MarkedText plain;
    private final byte[] pictures;

    /** @param pictures encoded parts, each with the boundary before it */
    PreparedMail(EditionMail mail, String commonHeaders, MarkedText html, MarkedText plain, byte[] pictures) {
        this.mail = mail;
        this.commonHeaders = commonHeaders;
        this.html = html;
        this.plain = plain;
        this.pictures = pictures;
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

    boolean hasPictures() {
        return pictures.length > 0;
    }

    void writePicturesTo(ByteArrayOutputStream bytes) {
        bytes.writeBytes(pictures);
    }
}

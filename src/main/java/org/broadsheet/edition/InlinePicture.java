package org.broadsheet.edition;

import org.broadsheet.image.Picture;

/**
 * A picture that a mail carries, and its HTML refers to.
 *
 * @param contentId names it in the world (RFC 2392), without angle brackets; holds the edition's unguessable id
 */
public record InlinePicture(String contentId, Picture picture) {
    /** What the HTML part of the mail refers to it with. */
    public String address() {
        return "cid:" + contentId;
    }

    /** The picture itself as an address, for a page that stands alone. */
    public String dataAddress() {
        return "data:" + picture.type() + ";base64," + picture.bytes().base64();
    }
}

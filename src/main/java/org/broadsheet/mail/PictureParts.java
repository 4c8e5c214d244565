package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.broadsheet.edition.InlinePicture;

/** Encodes pictures as parts of a mail that its HTML part refers to (RFC 2387, RFC 2392). */
final class PictureParts {
    private PictureParts() {}

    /** The parts in that order, each with the boundary before it. */
    static byte[] encode(List<InlinePicture> pictures, String boundary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int number = 0;
        for (InlinePicture picture : pictures) {
            number++;
            String name = "picture-" + number + picture.picture().ending();
            HeaderBlock headers = new HeaderBlock()
                    .add("Content-Type", picture.picture().type() + "; name=\"" + name + "\"")
                    .add("Content-Transfer-Encoding", "base64")
                    .add("Content-ID", "<" + picture.contentId() + ">")
                    .add("Content-Disposition", "inline; filename=\"" + name + "\"");
            bytes.writeBytes((boundary + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(
                    Base64.getMimeEncoder().encode(picture.picture().bytes().toByteArray()));
        }
        return bytes.toByteArray();
    }
}

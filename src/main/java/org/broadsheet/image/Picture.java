package org.broadsheet.image;

import okio.ByteString;

/**
 * A picture as a mail carries it, made by us from what a server sent.
 *
 * @param type {@code image/jpeg} or {@code image/png}
 */
public record Picture(String type, ByteString bytes) {
    /** What the name of its file ends with. */
    public String ending() {
        return type.equals("image/png") ? ".png" : ".jpg";
    }
}

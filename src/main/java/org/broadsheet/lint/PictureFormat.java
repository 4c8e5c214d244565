package org.broadsheet.lint;

import java.util.Locale;

/** The format of a picture, as far as its address tells. */
final class PictureFormat {
    private PictureFormat() {}

    /** The extension of the path in lower case, {@code data} for a picture within the mail's HTML, or nothing. */
    static String of(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            return "data";
        }
        String path = lower.split("[?#]", 2)[0];
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot + 1) : "";
    }
}

package org.broadsheet.image;

import java.io.IOException;

/** That bytes are no picture that we could show. */
final class UnusablePicture extends IOException {
    private static final long serialVersionUID = 1;

    UnusablePicture(String message) {
        super(message);
    }
}

package org.broadsheet.edition;

import org.broadsheet.Failure;
import org.jspecify.annotations.Nullable;

/** A template is broken; the message says where and why, as {@code templates/digest.html:12:5: what is wrong}. */
public final class TemplateFailure extends Failure {
    private static final long serialVersionUID = 1L;

    TemplateFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A failure at a line and column, both from 1; a line of 0 means the file itself. */
    static TemplateFailure at(String file, int line, int column, String what, @Nullable Throwable cause) {
        String place = line > 0 ? file + ":" + line + ":" + Math.max(1, column) : file;
        return new TemplateFailure(place + ": " + what, cause);
    }
}

package org.broadsheet.subscriber;

import java.util.Locale;
import org.broadsheet.config.EmailAddress;

/**
 * A mail to one reader about what this reader does.
 *
 * @param id unique; the same at every attempt
 * @param about the id of a sign-up or of an address change
 * @param newsletter which one the reader was looking at
 */
public record ServiceMail(String id, Kind kind, String about, String newsletter, Locale language, EmailAddress to) {
    /** What it is about. */
    public enum Kind {
        /** Asks whoever reads it whether they want the newsletter, or says that they get it already. */
        SIGN_UP,
        /** Asks whoever reads it whether a reader's mails may go there from now on. */
        MOVE,
        /** Tells the old address that mails go elsewhere from now on. */
        MOVED
    }
}

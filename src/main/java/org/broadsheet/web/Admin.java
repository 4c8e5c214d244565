package org.broadsheet.web;

import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** What the admin's page shows, and the little it does. */
public interface Admin {
    /** How everything stands; may be some seconds old. */
    AdminOverview overview();

    /** A newsletter's next edition as it would be now, as HTML for a browser; empty when there is no such newsletter. */
    Optional<String> preview(String newsletter);

    /** Where test mails go. */
    EmailAddress testAddress();

    /**
     * Mails a newsletter's next edition, as it would be now, to {@link #testAddress}.
     *
     * @return false when there is no such newsletter
     * @throws org.broadsheet.Failure when the mail server does not take it
     */
    boolean sendTest(String newsletter);
}

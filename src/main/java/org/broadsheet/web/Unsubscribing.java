package org.broadsheet.web;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Colour;

/** What the pages need to know and do about links in mails. */
public interface Unsubscribing {
    /** What a link is about; empty for a link that was not made here. */
    Optional<Subject> find(String token);

    /** Ends the subscription that the link is about, at once; a second time changes nothing. */
    void unsubscribe(String token);

    /**
     * What a link is about.
     *
     * @param newsletterTitle the newsletter's name
     * @param accent the newsletter's colour
     * @param language that the reader chose, or that the newsletter speaks
     * @param again the path of the page to come back by; empty when one cannot
     */
    record Subject(String newsletterTitle, Colour accent, Locale language, Optional<String> again) {}
}

package org.broadsheet.web;

import java.util.Locale;
import java.util.Optional;

/** What the pages need to know and do about links in mails. */
public interface Unsubscribing {
    /** What a link is about; empty for a link that was not made here. */
    Optional<Subject> find(String token);

    /** Ends the subscription that the link is about, at once; a second time changes nothing. */
    void unsubscribe(String token);

    /** The newsletter that a link is about, by its name, and the language it speaks. */
    record Subject(String newsletterTitle, Locale language) {}
}

package org.broadsheet.subscriber;

import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/**
 * Somebody who is to be subscribed.
 *
 * @param name as the list has it; it never replaces a name that is known already
 */
public record Newcomer(EmailAddress address, Optional<String> name) {
    private static final int LONGEST_NAME = 200;

    /** A name of more than 200 characters is cut, one without letters is none, and control characters are spaces. */
    public Newcomer {
        name = name.map(text ->
                        text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip())
                .map(text -> text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_NAME, points(text)))))
                .filter(text -> !text.isEmpty());
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Somebody whose name is not known. */
    public static Newcomer of(EmailAddress address) {
        return new Newcomer(address, Optional.empty());
    }

    /** One form for each mailbox. */
    String canonical() {
        return address.canonical();
    }
}

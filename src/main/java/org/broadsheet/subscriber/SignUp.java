package org.broadsheet.subscriber;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/**
 * Somebody's wish to get a newsletter at an address that may be somebody else's.
 *
 * @param name as the reader gave it
 * @param consent the words beside the button that was pressed
 * @param from the address of the machine it came from; empty unless the admin wants it kept
 */
public record SignUp(
        String newsletter,
        EmailAddress address,
        Optional<String> name,
        Choices choices,
        String consent,
        Optional<String> from) {

    /** The language of the mail that asks back. */
    public Locale language() {
        return choices.language().orElse(Locale.ENGLISH);
    }
}

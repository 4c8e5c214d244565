package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.Optional;

/**
 * A subscription as the admin sees it in a list.
 *
 * @param email as its owner writes it
 * @param newsletter empty for an address that is suppressed and never subscribed
 * @param state such as {@code confirmed}; {@link ListFilter#SUPPRESSED} when it must not be mailed whatever it says
 * @param source where the consent came from
 * @param since when it came to that state
 * @param reason why the address must not be mailed
 */
public record ListedSubscription(
        String email,
        Optional<String> name,
        String newsletter,
        String state,
        String source,
        Instant since,
        Optional<String> reason,
        ListPosition position) {}

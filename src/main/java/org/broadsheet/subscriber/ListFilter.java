package org.broadsheet.subscriber;

import java.util.Locale;
import java.util.Optional;

/**
 * Which subscriptions are wanted.
 *
 * @param newsletter of that newsletter; of every one when empty
 * @param state such as {@code confirmed}; {@link #SUPPRESSED} lists the addresses that must not be mailed, subscribed
 *     or not; any when empty
 * @param containing what the address contains, in any letter case; any when empty
 */
public record ListFilter(Optional<String> newsletter, Optional<String> state, Optional<String> containing) {
    /** The state of an address that must not be mailed. */
    public static final String SUPPRESSED = "suppressed";

    /** Every subscription. */
    public static ListFilter everything() {
        return new ListFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean suppressed() {
        return state.filter(SUPPRESSED::equals).isPresent();
    }

    /** For SQL's {@code like}, with {@code !} as its escape. */
    String pattern() {
        String wanted = containing.orElse("").toLowerCase(Locale.ROOT);
        return "%" + wanted.replaceAll("[!%_]", "!$0") + "%";
    }
}

package org.broadsheet.subscriber;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a token allows whoever holds it to do; a token for one purpose is none for any other. */
public enum Purpose {
    /** Ending one subscription. Never expires, since a mail may be opened years later. */
    UNSUBSCRIBE(Optional.empty()),
    /** Seeing and changing what one reader chose. Never expires, for the same reason. */
    PREFERENCES(Optional.empty()),
    /** Consenting to a subscription. */
    CONFIRM(Optional.of(Duration.ofDays(7))),
    /** Moving a subscriber to another address, by whoever reads the mail that goes there. */
    MOVE(Optional.of(Duration.ofDays(2)));

    private final Optional<Duration> lifetime;

    Purpose(Optional<Duration> lifetime) {
        this.lifetime = lifetime;
    }

    /** How long a token is good for; empty for ever. */
    public Optional<Duration> lifetime() {
        return lifetime;
    }

    /** What is signed along with the content. */
    String signed() {
        return name().toLowerCase(Locale.ROOT);
    }
}

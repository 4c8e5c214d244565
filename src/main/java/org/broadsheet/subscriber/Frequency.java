package org.broadsheet.subscriber;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a reader wants mail. */
public enum Frequency {
    /** Each edition. */
    EVERY,
    /** The round-up of the week, and nothing else. */
    WEEKLY;

    /** As it stands in the database and in forms. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reverse of {@link #stored}. */
    public static Optional<Frequency> of(String stored) {
        return Arrays.stream(values())
                .filter(some -> some.stored().equals(stored))
                .findFirst();
    }
}

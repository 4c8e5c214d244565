package org.broadsheet.config;

import java.time.Duration;

/** Which articles are recent enough for an edition. */
public sealed interface Window {

    /** Everything since the newsletter's last edition. */
    record SinceLastEdition() implements Window {}

    /** A fixed time back from the edition. */
    record Last(Duration duration) implements Window {
        public Last {
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("a window must be longer than nothing");
            }
        }
    }
}

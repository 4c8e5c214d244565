package org.broadsheet.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.broadsheet.delivery.DeliveryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line into the log each minute that a delivery lasts. */
final class DeliveryLog implements DeliveryProgress {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final Duration EACH = Duration.ofMinutes(1);

    private final String newsletter;
    private final Clock clock;
    private final DeliveryPace pace;
    private Instant last;

    DeliveryLog(String newsletter, Clock clock) {
        this.newsletter = newsletter;
        this.clock = clock;
        this.last = clock.instant();
        this.pace = new DeliveryPace(last);
    }

    @Override
    public void advanced(Count count) {
        Instant now = clock.instant();
        if (now.isBefore(last.plus(EACH))) {
            return;
        }
        last = now;
        LOG.info("{}: {} of {} done, {}", newsletter, count.done(), count.total(), pace.shown(count, now));
    }
}

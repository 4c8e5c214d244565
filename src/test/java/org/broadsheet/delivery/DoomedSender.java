package org.broadsheet.delivery;

import java.nio.file.Path;
import java.time.Clock;

/** A process of its own that delivers the fixture's edition, for tests that kill it over that. */
final class DoomedSender {
    private DoomedSender() {}

    public static void main(String[] args) {
        try (DeliveryFixture fixture = DeliveryFixture.sqlite(Path.of(args[0]), Clock.systemUTC())) {
            fixture.deliver(DeliveryFixture.smtp(Integer.parseInt(args[1])), Reach.ALL);
        }
    }
}

package org.broadsheet.delivery;

import static org.broadsheet.delivery.DeliveryFixture.EDITION;
import static org.broadsheet.delivery.DeliveryFixture.mail;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on SQLite, and what tests of whole deliveries ask of it. */
abstract class DispatcherCase {
    @TempDir
    Path directory;

    final TestClock clock = new TestClock();
    DeliveryFixture fixture;

    @BeforeEach
    void open() {
        fixture = DeliveryFixture.sqlite(directory, clock);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    List<FailedDelivery> failures() {
        List<FailedDelivery> all = new java.util.ArrayList<>();
        fixture.ledger.forEachFailed(EDITION, all::add);
        return all;
    }

    long attempts() {
        return fixture.database.read(handle -> handle.createQuery("select sum(attempts) from delivery")
                .mapTo(Long.class)
                .one());
    }

    static String header(ScriptedSmtpServer.Taken mail, String name) {
        return mail.content()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
    }
}

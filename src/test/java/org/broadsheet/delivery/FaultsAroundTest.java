package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.delivery.DeliveryFixture.addresses;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.Backoff;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.broadsheet.store.StorageFailure;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a delivery run that nobody kills: the database, the clock, the protection of the link. */
class FaultsAroundTest {
    private static final int READERS = 400;
    private static final int CONNECTIONS = 4;

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();

    /** Does something in the middle of the run. */
    private static void midway(ScriptedSmtpServer server, Runnable happening) {
        AtomicInteger taken = new AtomicInteger();
        server.onTaken(mail -> {
            if (taken.incrementAndGet() == READERS / 3) {
                happening.run();
            }
        });
    }

    private static void everyoneGotIt(String fault, ScriptedSmtpServer server, int mostDoubled) {
        List<String> arrived = server.recipients();
        int doubled = arrived.size() - new HashSet<>(arrived).size();
        long lost = addresses(READERS).stream()
                .filter(address -> !arrived.contains(address))
                .count();
        System.out.printf(
                Locale.ROOT,
                "| %s | readers %d | lost %d | doubled %d of %d |%n",
                fault,
                READERS,
                lost,
                doubled,
                mostDoubled);
        assertThat(lost).isZero();
        assertThat(doubled).isBetween(0, mostDoubled);
    }

    @Test
    void databaseClosedUnderTheRunEndsItAndLosesNothing() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            try (DeliveryFixture fixture =
                    DeliveryFixture.sqlite(directory, clock).owedTo(READERS)) {
                midway(server, fixture.database::close);
                assertThatThrownBy(() -> fixture.deliver(smtp(server.port()), Reach.ALL))
                        .isInstanceOf(StorageFailure.class);
            }
            try (DeliveryFixture again = DeliveryFixture.sqlite(directory, clock)) {
                // The rows that the first run claimed are still its own: its process lives, and is this one.
                clock.advance(LedgerStore.LEASE.plusMinutes(1));
                assertThat(again.deliver(smtp(server.port()), Reach.ALL).open()).isZero();
            }
            everyoneGotIt("database closed", server, CONNECTIONS);
        }
    }

    @Test
    void clockSetBackAnHourLosesAndDoublesNothing() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound();
                DeliveryFixture fixture =
                        DeliveryFixture.sqlite(directory, clock).owedTo(READERS)) {
            midway(server, () -> clock.advance(Duration.ofHours(-1)));
            fixture.deliver(smtp(server.port()), Reach.ALL);
            clock.advance(Duration.ofHours(1));
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).open()).isZero();
            everyoneGotIt("clock set back an hour", server, 0);
        }
    }

    @Test
    void clockSetBackBetweenTwoRunsLosesAndDoublesNothing() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound();
                DeliveryFixture fixture =
                        DeliveryFixture.sqlite(directory, clock).owedTo(READERS)) {
            Dispatcher first = fixture.dispatcher(smtp(server.port()));
            midway(server, first::stop);
            first.deliver(DeliveryFixture.mail(), Reach.ALL, DeliveryProgress.SILENT);
            clock.advance(Duration.ofHours(-1));
            fixture.deliver(smtp(server.port()), Reach.ALL);
            clock.advance(Duration.ofHours(1));
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).open()).isZero();
            everyoneGotIt("clock set back between runs", server, 0);
        }
    }

    @Test
    void brokenHandshakesLoseNothing() throws Exception {
        TestCertificate certificate = TestCertificate.make(directory);
        ScriptedSmtpServer.Script script = (to, tries) ->
                !to.equals("*") && tries == 0 && to.hashCode() % 50 == 0 ? Fault.DROP_BEFORE_TAKING : Fault.NONE;
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script, Door.OPEN, 99)
                        .offeringStartTls(certificate.server())
                        .breakingEveryOtherHandshake();
                DeliveryFixture fixture =
                        DeliveryFixture.sqlite(directory, Clock.systemUTC()).owedTo(READERS)) {
            long open = READERS;
            for (int round = 0; open > 0 && round < 20; round++) {
                open = deliver(fixture, server.port(), certificate.client()).open();
            }
            assertThat(open).isZero();
            everyoneGotIt("TLS broken off", server, 0);
        }
    }

    private static DispatchReport deliver(DeliveryFixture fixture, int port, SSLSocketFactory tls) {
        Smtp smtp = new Smtp(
                "localhost",
                Optional.of(port),
                Security.STARTTLS,
                Optional.empty(),
                Optional.empty(),
                CONNECTIONS,
                Duration.ofSeconds(5),
                Optional.empty());
        SmtpRelay relay = new SmtpRelay(smtp, fixture.composer.sender(), tls);
        Backoff backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(1));
        return new Dispatcher(
                        new DeliveryParts(fixture.ledger, fixture.composer, relay, backoff, fixture.pacing()),
                        CONNECTIONS,
                        Owner.ofThisProcess(),
                        fixture.clock)
                .deliver(DeliveryFixture.mail(), Reach.ALL, DeliveryProgress.SILENT);
    }
}

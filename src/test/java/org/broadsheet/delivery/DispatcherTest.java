package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;
import static org.broadsheet.delivery.DeliveryFixture.address;
import static org.broadsheet.delivery.DeliveryFixture.addresses;
import static org.broadsheet.delivery.DeliveryFixture.mail;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;

/** Whole deliveries over real sockets: each mail once, whatever happens meanwhile. */
class DispatcherTest extends DispatcherCase {
    @Test
    void deliversEachMailOnceAndASecondRunNothing() {
        fixture.owedTo(57);
        AtomicLong last = new AtomicLong();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            Dispatcher dispatcher = fixture.dispatcher(smtp(server.port()));
            DispatchReport first =
                    dispatcher.deliver(mail(), Reach.ALL, count -> last.set(count.done() * 1000 + count.total()));
            DispatchReport second = dispatcher.deliver(mail(), Reach.ALL, DeliveryProgress.SILENT);

            assertThat(first.sent()).isEqualTo(57);
            assertThat(first.open()).isZero();
            assertThat(first.relayProblem()).isEmpty();
            assertThat(last).hasValue(57_057);
            assertThat(second.sent()).isZero();
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(57));
            assertThat(server.connections()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void sendingByHandDoesNotWait() {
        fixture.owedTo(3);
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((to, tries) -> tries == 0 && !to.equals("*") ? Fault.RCPT_450 : Fault.NONE)) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).deferred())
                    .isEqualTo(3);
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(3);
        }
    }

    @Test
    void unsubscribingBetweenFanOutAndSendingWins() {
        fixture.owedTo(Dispatcher.WORTHWHILE);
        fixture.subscribers.suppress(new EmailAddress(address(7)), "complaint");
        Set<String> left = ConcurrentHashMap.newKeySet();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            // So few are for one lane, which has claimed them all; whose mail is first is open, so somebody else
            // leaves.
            server.onTaken(first -> {
                clock.advance(Duration.ofSeconds(1));
                if (left.isEmpty()) {
                    String leaving = first.recipient().equals(address(8)) ? address(9) : address(8);
                    left.add(leaving);
                    fixture.subscribers.unsubscribe(NEWSLETTER, fixture.subscriberId(leaving));
                }
            });
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.skipped()).isEqualTo(2);
            assertThat(report.sent()).isEqualTo(Dispatcher.WORTHWHILE - 2);
            assertThat(server.recipients()).doesNotContain(address(7)).doesNotContainAnyElementsOf(left);
        }
    }

    @Test
    void deliveryIsGivenUpWhenItsTimeIsOver() {
        fixture.owedTo(2);
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((to, tries) -> to.equals(address(1)) ? Fault.RCPT_450 : Fault.NONE)) {
            fixture.deliver(smtp(server.port()), Reach.ALL);
            clock.advance(DeliveryFixture.EXPIRES.minusMinutes(1));
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.DUE);
            assertThat(report.expired()).isEqualTo(1);
            assertThat(report.open()).isZero();
            assertThat(failures())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reply()).startsWith("450"));
        }
    }

    @Test
    void stoppingLeavesTheLedgerClean() throws Exception {
        fixture.owedTo(200);
        CountDownLatch some = new CountDownLatch(20);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            server.onTaken(mail -> some.countDown());
            Dispatcher dispatcher = fixture.dispatcher(smtp(server.port()));
            CompletableFuture<DispatchReport> run =
                    CompletableFuture.supplyAsync(() -> dispatcher.deliver(mail(), Reach.ALL, DeliveryProgress.SILENT));
            some.await();
            dispatcher.stop();
            assertThat(dispatcher.awaitIdle(Duration.ofSeconds(10))).isTrue();

            DispatchReport report = run.get();
            assertThat(report.sent()).isEqualTo(server.taken().size()).isLessThan(200);
            assertThat(fixture.count(DeliveryState.SENDING)).isZero();
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(200 - report.sent());
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(200));
        }
    }

    @Test
    void twoDispatchersOnOneLedgerSendNothingTwice() {
        fixture.owedTo(300);
        Owner self = Owner.ofThisProcess();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound();
                DeliveryFixture other = DeliveryFixture.sqlite(directory, clock)) {
            CompletableFuture<DispatchReport> one = CompletableFuture.supplyAsync(() ->
                    fixture.dispatcher(smtp(server.port()), self).deliver(mail(), Reach.ALL, DeliveryProgress.SILENT));
            CompletableFuture<DispatchReport> two =
                    CompletableFuture.supplyAsync(() -> other.dispatcher(smtp(server.port()), self.lane("other"))
                            .deliver(mail(), Reach.ALL, DeliveryProgress.SILENT));

            assertThat(one.join().sent() + two.join().sent()).isEqualTo(300);
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(300));
        }
    }
}

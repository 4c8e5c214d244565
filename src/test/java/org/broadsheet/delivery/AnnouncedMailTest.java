package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;
import static org.broadsheet.delivery.DeliveryFixture.address;
import static org.broadsheet.delivery.DeliveryFixture.addresses;
import static org.broadsheet.delivery.DeliveryFixture.mail;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.time.Duration;
import java.util.List;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;

/** A mail that is announced with the end of the one before is as safe as any other. */
class AnnouncedMailTest extends DispatcherCase {
    /** So few go over one connection. */
    private static final int FEW = Dispatcher.WORTHWHILE - 1;

    @Test
    void eachMailIsAnnouncedWithTheEndOfTheOneBefore() {
        fixture.owedTo(FEW);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(FEW);
            assertThat(server.announcements()).isEqualTo(FEW - 1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsAnnouncedToAServerThatTakesOneCommandAtATime() {
        fixture.owedTo(FEW);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound().takingCommandsTogether(false)) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(FEW);
            assertThat(server.announcements()).isZero();
        }
    }

    @Test
    void whoLeavesAfterTheAnnouncementGetsNoMail() {
        fixture.owedTo(FEW);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            server.onTaken(first -> {
                clock.advance(Duration.ofSeconds(1));
                addresses(FEW).stream()
                        .filter(address -> !address.equals(first.recipient()))
                        .forEach(address -> fixture.subscribers.unsubscribe(NEWSLETTER, fixture.subscriberId(address)));
            });
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.sent()).isEqualTo(1);
            assertThat(report.skipped()).isEqualTo(FEW - 1);
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void stoppingLeavesAnAnnouncedMailUntried() {
        fixture.owedTo(FEW);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            Dispatcher dispatcher = fixture.dispatcher(smtp(server.port()));
            server.onTaken(first -> dispatcher.stop());
            dispatcher.deliver(mail(), Reach.ALL, DeliveryProgress.SILENT);

            assertThat(server.taken()).hasSize(1);
            assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(FEW - 1);
            assertThat(attempts()).isEqualTo(1);
        }
    }

    @Test
    void anAnnouncedMailThatIsRefusedCostsNoOtherMail() {
        fixture.owedTo(FEW);
        List<String> unknown = List.of(address(2), address(3), address(7));
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((to, tries) -> unknown.contains(to) ? Fault.RCPT_550 : Fault.NONE)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.sent()).isEqualTo(FEW - unknown.size());
            assertThat(report.failed()).isEqualTo(unknown.size());
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}

package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.broadsheet.Backoff;
import org.broadsheet.delivery.RelayGroup.Member;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;

/** Several relays share the work, and stand in for each other. */
class RelayGroupTest extends DispatcherCase {
    private static final int READERS = 120;

    private static ScriptedSmtpServer behind(Door door) {
        return new ScriptedSmtpServer((to, tries) -> Fault.NONE, door, 99);
    }

    private Member member(ScriptedSmtpServer server, int weight) {
        return new Member(new SmtpRelay(DeliveryFixture.smtp(server.port()), fixture.composer.sender()), weight);
    }

    private RelayGroup group(Member... members) {
        return new RelayGroup(List.of(members), clock);
    }

    private DispatchReport deliver(Relay relay) {
        Backoff backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(1));
        DeliveryParts parts = new DeliveryParts(fixture.ledger, fixture.composer, relay, backoff, fixture.pacing());
        return new Dispatcher(parts, 6, Owner.ofThisProcess(), clock)
                .deliver(DeliveryFixture.mail(), Reach.ALL, DeliveryProgress.SILENT);
    }

    @Test
    void connectionsAreSharedByWeight() {
        try (ScriptedSmtpServer large = ScriptedSmtpServer.sound();
                ScriptedSmtpServer small = ScriptedSmtpServer.sound()) {
            RelayGroup group = group(member(large, 3), member(small, 1));
            List<MailConnection> open = new ArrayList<>();
            IntStream.range(0, 8).forEach(i -> open.add(group.open()));
            assertThat(List.of(large.connections(), small.connections())).containsExactly(6, 2);
            open.forEach(MailConnection::end);
        }
    }

    @Test
    void relayThatIsDownLeavesItsShareToTheOthers() {
        ScriptedSmtpServer down = ScriptedSmtpServer.sound();
        down.close();
        try (ScriptedSmtpServer up = ScriptedSmtpServer.sound()) {
            fixture.owedTo(READERS);
            DispatchReport report = deliver(group(member(down, 3), member(up, 1)));
            assertThat(report.relayProblem()).isEmpty();
            assertThat(report.sent()).isEqualTo(READERS);
            assertThat(up.recipients()).hasSize(READERS).doesNotHaveDuplicates();
        }
    }

    @Test
    void relayThatTakesNothingFromHereLeavesItToTheOthers() {
        try (ScriptedSmtpServer shut = behind(Door.WANTS_LOGIN);
                ScriptedSmtpServer up = ScriptedSmtpServer.sound()) {
            fixture.owedTo(READERS);
            DispatchReport report = deliver(group(member(shut, 3), member(up, 1)));
            assertThat(report.relayProblem()).isEmpty();
            assertThat(report.sent()).isEqualTo(READERS);
            assertThat(attempts()).isEqualTo(READERS);
        }
    }

    @Test
    void relayThatFailedIsAskedAgainAfterAWhileOnly() {
        try (ScriptedSmtpServer shut = behind(Door.TURNS_AWAY);
                ScriptedSmtpServer up = ScriptedSmtpServer.sound()) {
            RelayGroup group = group(member(shut, 9), member(up, 1));
            group.open().end();
            group.open().end();
            assertThat(shut.connections()).isEqualTo(1);
            clock.advance(RelayGroup.REST);
            group.open().end();
            assertThat(shut.connections()).isEqualTo(2);
        }
    }

    @Test
    void whenNoneCanBeUsedNothingIsLost() {
        try (ScriptedSmtpServer shut = behind(Door.TURNS_AWAY);
                ScriptedSmtpServer closes = behind(Door.CLOSES)) {
            RelayGroup group = group(member(shut, 1), member(closes, 1));
            fixture.owedTo(3);
            DispatchReport report = deliver(group);
            assertThat(report.relayProblem()).isPresent();
            assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(3);
            assertThatThrownBy(group::open).hasMessageContaining("tried again within 60 s");
        }
    }
}

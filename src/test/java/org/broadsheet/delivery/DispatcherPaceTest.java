package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.EDITION;
import static org.broadsheet.delivery.DeliveryFixture.mail;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Pace.Limit;
import org.broadsheet.config.Pace.Quiet;
import org.broadsheet.config.Pace.WarmUp;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;

/** Whole deliveries that must not go too fast, and some that must not go on. */
class DispatcherPaceTest extends DispatcherCase {

    private static Pace pace(int perMinute, Limit each) {
        return new Pace(perMinute, each, List.of(), Optional.empty(), Optional.empty(), 20);
    }

    private DispatchReport deliver(ScriptedSmtpServer server, Reach reach, Pace pace) {
        return fixture.dispatcher(smtp(server.port()), pace).deliver(mail(), reach, DeliveryProgress.SILENT);
    }

    private boolean waits() {
        return new EditionPauseStore(fixture.database, clock).waits(EDITION);
    }

    @Test
    void everybodyGetsTheMailAtTheRateThatIsSet() {
        fixture.owedTo(60);
        Instant start = clock.instant();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport report = deliver(server, Reach.ALL, pace(120, Limit.NONE));

            assertThat(report.sent()).isEqualTo(60);
            assertThat(Duration.between(start, clock.instant()))
                    .isBetween(Duration.ofSeconds(28), Duration.ofSeconds(31));
        }
    }

    @Test
    void aDomainAtItsLimitIsComeBackToUntilAllHaveTheirMail() {
        fixture.owedTo(45);
        Instant start = clock.instant();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport report = deliver(server, Reach.ALL, pace(0, new Limit(60, 1)));

            assertThat(report.sent()).isEqualTo(45);
            assertThat(server.recipients()).doesNotHaveDuplicates();
            assertThat(Duration.between(start, clock.instant())).isGreaterThan(Duration.ofSeconds(40));
            assertThat(attempts()).isEqualTo(45);
            assertThat(server.connections()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void aServiceDoesNotWaitLongForASlowDomain() {
        fixture.owedTo(5);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport report = deliver(server, Reach.DUE, pace(0, new Limit(1, 0)));

            assertThat(report.sent()).isEqualTo(1);
            assertThat(report.open()).isEqualTo(4);
            assertThat(report.nextRetry())
                    .hasValueSatisfying(next -> assertThat(next).isAfter(clock.instant()));
        }
    }

    @Test
    void quietHoursLetNothingOutAndAreNoFailure() {
        fixture.owedTo(5);
        Quiet quiet = new Quiet(LocalTime.of(5, 0), LocalTime.of(8, 0), ZoneOffset.UTC);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport report = deliver(
                    server, Reach.ALL, new Pace(0, Limit.NONE, List.of(), Optional.empty(), Optional.of(quiet), 20));

            assertThat(server.taken()).isEmpty();
            assertThat(report.succeeded()).isTrue();
            assertThat(report.hold()).hasValue(new Hold(Instant.parse("2026-11-23T08:00:00Z"), "quiet hours"));
            assertThat(report.open()).isEqualTo(5);
        }
    }

    @Test
    void aWarmUpSendsItsShareOfEachDay() {
        fixture.owedTo(25);
        WarmUp plan = new WarmUp(LocalDate.parse("2026-11-23"), 10, 1.4, 30);
        Pace pace = new Pace(0, Limit.NONE, List.of(), Optional.of(plan), Optional.empty(), 20);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport first = deliver(server, Reach.ALL, pace);
            assertThat(first.sent()).isEqualTo(10);
            assertThat(first.hold().orElseThrow().until()).isEqualTo("2026-11-24T00:00:00Z");
            assertThat(deliver(server, Reach.ALL, pace).sent()).isZero();

            clock.advance(Duration.ofHours(20));
            assertThat(deliver(server, Reach.ALL, pace).sent()).isEqualTo(14);
        }
    }

    @Test
    void mailsThatWaitForTheirDomainDoNotCountInAWarmUp() {
        fixture.owedTo(20);
        WarmUp plan = new WarmUp(LocalDate.parse("2026-11-23"), 10, 1.4, 30);
        Pace pace = new Pace(0, new Limit(60, 1), List.of(), Optional.of(plan), Optional.empty(), 20);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            assertThat(deliver(server, Reach.ALL, pace).sent()).isEqualTo(10);
        }
    }

    @Test
    void aServerThatRefusesEverythingStopsTheRunAndCostsNoReaderTheMail() {
        fixture.owedTo(100);
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((to, tries) -> to.equals("*") ? Fault.NONE : Fault.DATA_554)) {
            DispatchReport report = deliver(server, Reach.ALL, Pace.unlimited());

            assertThat(report.relayProblem().orElseThrow()).contains("refuses every mail: 554");
            assertThat(report.failed()).isZero();
            assertThat(report.open()).isEqualTo(100);
            assertThat(fixture.count(DeliveryState.FAILED)).isZero();
        }
        clock.advance(Duration.ofHours(1));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            assertThat(deliver(server, Reach.ALL, Pace.unlimited()).sent()).isEqualTo(100);
        }
    }

    @Test
    void tooManyRefusalsLetTheEditionWaitForTheAdmin() {
        fixture.owedTo(300);
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(
                (to, tries) -> !to.equals("*") && to.hashCode() % 2 == 0 ? Fault.RCPT_550 : Fault.NONE)) {
            DispatchReport report = deliver(server, Reach.ALL, Pace.unlimited());

            assertThat(waits()).isTrue();
            assertThat(report.open()).isGreaterThan(200);
            assertThat(new EditionPauseStore(fixture.database, clock)
                            .reason(EDITION)
                            .orElseThrow())
                    .contains("were refused for good, more than the 20 percent of pace.most-refused");

            assertThat(new EditionPauseStore(fixture.database, clock).lift(EDITION))
                    .isTrue();
            assertThat(deliver(server, Reach.ALL, Pace.unlimited()).open()).isZero();
            assertThat(waits()).isFalse();
        }
    }
}

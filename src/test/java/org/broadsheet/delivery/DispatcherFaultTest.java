package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;
import static org.broadsheet.delivery.DeliveryFixture.address;
import static org.broadsheet.delivery.DeliveryFixture.addresses;
import static org.broadsheet.delivery.DeliveryFixture.mail;
import static org.broadsheet.delivery.DeliveryFixture.smtp;
import static org.broadsheet.delivery.DeliveryFixture.withLogin;

import java.time.Duration;
import java.util.HashSet;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole deliveries over real sockets, to a server that misbehaves. */
class DispatcherFaultTest extends DispatcherCase {
    /** Whether the server takes several commands in one go. */
    boolean together() {
        return true;
    }

    private ScriptedSmtpServer sound() {
        return scripted((to, tries) -> Fault.NONE);
    }

    private ScriptedSmtpServer scripted(ScriptedSmtpServer.Script script) {
        return scripted(script, Door.OPEN, Integer.MAX_VALUE);
    }

    private ScriptedSmtpServer scripted(ScriptedSmtpServer.Script script, Door door, int mostConnections) {
        return new ScriptedSmtpServer(script, door, mostConnections).takingCommandsTogether(together());
    }

    @Test
    void serverThatIsDownCostsNothingAndIsAskedOnce() {
        fixture.owedTo(30);
        int port;
        try (ScriptedSmtpServer server = sound()) {
            port = server.port();
        }
        DispatchReport report = fixture.deliver(smtp(port), Reach.ALL);

        assertThat(report.relayProblem().orElseThrow())
                .startsWith("mail server 127.0.0.1:" + port + ": cannot be reached")
                .contains("check that it runs")
                .doesNotContain("\n");
        assertThat(report.open()).isEqualTo(30);
        assertThat(report.nextRetry())
                .hasValueSatisfying(next -> assertThat(next).isAfter(clock.instant()));
        assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(30);

        try (ScriptedSmtpServer server = sound()) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"CLOSES", "TURNS_AWAY", "REFUSES_LOGIN", "ECHOES_LOGIN", "WANTS_LOGIN"})
    void shutDoorGivesEverythingBack(Door door) {
        fixture.owedTo(30);
        try (ScriptedSmtpServer server = scripted((to, tries) -> Fault.NONE, door, 99)) {
            DispatchReport report = fixture.deliver(
                    door == Door.WANTS_LOGIN ? smtp(server.port()) : withLogin(server.port(), "hunter2"), Reach.ALL);

            assertThat(report.relayProblem().orElseThrow())
                    .startsWith("mail server 127.0.0.1:" + server.port())
                    .doesNotContain("hunter2")
                    .doesNotContain("\n");
            assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(30);
            assertThat(attempts()).isZero();
            if (door != Door.WANTS_LOGIN) {
                assertThat(server.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void loginThatIsRefusedSaysWhatToCheck() {
        fixture.owedTo(1);
        try (ScriptedSmtpServer server = scripted((to, tries) -> Fault.NONE, Door.REFUSES_LOGIN, 99)) {
            assertThat(fixture.deliver(withLogin(server.port(), "hunter2"), Reach.ALL)
                            .relayProblem())
                    .hasValue("mail server 127.0.0.1:" + server.port()
                            + " refuses the login of anna: 535 5.7.8 wrong; check smtp.username and smtp.password");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RCPT_550", "DATA_554"})
    void refusedRecipientFailsAloneAndForGood(Fault fault) {
        fixture.owedTo(25);
        try (ScriptedSmtpServer server = scripted((to, tries) -> to.equals(address(7)) ? fault : Fault.NONE)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.sent()).isEqualTo(24);
            assertThat(report.failed()).isEqualTo(1);
            assertThat(report.open()).isZero();
            assertThat(failures()).singleElement().satisfies(failed -> {
                assertThat(failed.address()).isEqualTo(address(7));
                assertThat(failed.reply()).startsWith("55");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RCPT_450", "DATA_452"})
    void refusalForNowWaitsForItsTime(Fault fault) {
        fixture.owedTo(25);
        try (ScriptedSmtpServer server =
                scripted((to, tries) -> to.equals(address(7)) && tries == 0 ? fault : Fault.NONE)) {
            DispatchReport first = fixture.deliver(smtp(server.port()), Reach.ALL);
            assertThat(first.sent()).isEqualTo(24);
            assertThat(first.deferred()).isEqualTo(1);
            assertThat(first.nextRetry()).isPresent();
            Duration wait = Duration.between(clock.instant(), first.nextRetry().orElseThrow());
            assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));

            assertThat(fixture.deliver(smtp(server.port()), Reach.DUE).sent()).isZero();
            clock.advance(wait);
            assertThat(fixture.deliver(smtp(server.port()), Reach.DUE).sent()).isEqualTo(1);
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(25));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RCPT_421", "DROP_IN_DATA", "DROP_BEFORE_TAKING"})
    void droppedConnectionIsOpenedAgainAndNothingIsDoubled(Fault fault) {
        fixture.owedTo(25);
        try (ScriptedSmtpServer server =
                scripted((to, tries) -> to.equals(address(7)) && tries == 0 ? fault : Fault.NONE)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.sent()).isEqualTo(25);
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(25));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_AFTER_TAKING", "STALL_AFTER_TAKING", "GARBAGE_AFTER_TAKING"})
    void mailInDoubtIsSentAgainUnderTheSameMessageId(Fault fault) {
        fixture.owedTo(25);
        try (ScriptedSmtpServer server =
                scripted((to, tries) -> to.equals(address(7)) && tries == 0 ? fault : Fault.NONE)) {
            Duration timeout = fault == Fault.STALL_AFTER_TAKING ? Duration.ofSeconds(2) : Duration.ofSeconds(20);
            assertThat(fixture.deliver(smtp(server.port(), timeout), Reach.ALL).sent())
                    .isEqualTo(25);

            assertThat(new HashSet<>(server.recipients())).hasSize(25);
            assertThat(server.taken())
                    .hasSize(26)
                    .filteredOn(mail -> mail.recipient().equals(address(7)))
                    .extracting(mail -> header(mail, "Message-ID"))
                    .hasSize(2)
                    .containsOnly("Message-ID: <edition-1." + fixture.subscriberId(address(7)) + "@example.org>");
        }
    }

    @Test
    void mailThatBreaksEveryConnectionIsDeferredAndTheOthersArrive() {
        fixture.owedTo(25);
        try (ScriptedSmtpServer server =
                scripted((to, tries) -> to.equals(address(7)) ? Fault.DROP_IN_DATA : Fault.NONE)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.sent()).isEqualTo(24);
            assertThat(report.deferred()).isEqualTo(1);
            assertThat(report.relayProblem()).isEmpty();
            assertThat(failures())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reply()).contains("connection"));
        }
    }

    @Test
    void serverThatBreaksEveryConnectionEndsTheRun() {
        fixture.owedTo(60);
        try (ScriptedSmtpServer server = scripted((to, tries) -> Fault.DROP_IN_DATA)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.relayProblem().orElseThrow()).contains("in a row broke before a mail was taken");
            assertThat(report.open()).isEqualTo(60);
            assertThat(fixture.count(DeliveryState.SENDING)).isZero();
            assertThat(server.connections()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void serverThatTakesOnlyAFewMailsAConnectionIsServedWithMoreConnections() {
        fixture.owedTo(40);
        try (ScriptedSmtpServer server =
                scripted((to, tries) -> to.equals("*") && tries == 5 ? Fault.MAIL_421 : Fault.NONE)) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).sent()).isEqualTo(40);
            assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(addresses(40));
        }
    }

    @Test
    void serverThatAllowsFewConnectionsGetsEverythingOverThose() {
        fixture.owedTo(80);
        try (ScriptedSmtpServer server = scripted((to, tries) -> Fault.NONE, Door.OPEN, 2)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);
            assertThat(report.sent()).isEqualTo(80);
            assertThat(report.relayProblem()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RCPT_DENIED", "MAIL_550"})
    void serverThatRelaysNothingIsTheAdminsProblemNotTheReaders(Fault fault) {
        fixture.owedTo(30);
        try (ScriptedSmtpServer server = scripted((to, tries) -> fault)) {
            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            assertThat(report.relayProblem().orElseThrow()).contains("check ");
            assertThat(report.failed()).isZero();
            assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(30);
        }
    }

    @Test
    void nonAsciiLocalPartFailsAloneWithAReason() {
        fixture.withEdition();
        fixture.subscribers.add(NEWSLETTER, new EmailAddress("jörg@example.com"), "test");
        fixture.subscribers.add(NEWSLETTER, new EmailAddress("anna@straße.de"), "test");
        fixture.fanOut();
        try (ScriptedSmtpServer server = sound()) {
            assertThat(fixture.deliver(smtp(server.port()), Reach.ALL).failed()).isEqualTo(1);
            assertThat(server.recipients()).containsExactly("anna@xn--strae-oqa.de");
            assertThat(failures())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reply()).contains("SMTPUTF8"));
        }
    }
}

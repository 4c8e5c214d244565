package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.MailServer.Login;
import org.broadsheet.config.Secret;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.Test;

/** How long a connection is used, and what goes over it. */
class ConnectionTest extends DispatcherCase {
    private static final int LARGE = 20_000_000;
    private static final EmailAddress FROM = new EmailAddress("news@example.org");

    private static Smtp smtp(int port, int mails, Duration idle) {
        return new Smtp(
                "127.0.0.1",
                Optional.of(port),
                Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                mails,
                idle,
                Duration.ofSeconds(20),
                Optional.empty(),
                List.of());
    }

    @Test
    void connectionIsUsedForAsManyMailsAsConfigured() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            DispatchReport report =
                    fixture.owedTo(25).deliver(smtp(server.port(), 10, Duration.ofMinutes(1)), Reach.ALL);
            assertThat(report.sent()).isEqualTo(25);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void connectionThatWasIdleIsOpenedAnew() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            SmtpRelay relay = new SmtpRelay(smtp(server.port(), 10, Duration.ofNanos(1)), FROM);
            MailConnection connection = relay.open();
            assertThat(connection.isUsable()).isFalse();
            connection.end();
        }
    }

    @Test
    void mailThatIsTooLargeForTheServerIsTheAdminsMatterAndKept() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound().takingUpTo(500)) {
            DispatchReport report = fixture.owedTo(3).deliver(DeliveryFixture.smtp(server.port()), Reach.ALL);
            assertThat(report.relayProblem().orElseThrow()).contains("takes mails of up to 500 bytes");
            assertThat(server.taken()).isEmpty();
            assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(3);
        }
    }

    @Test
    void serverThatReadsNothingIsLeftInTime() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer((to, tries) -> Fault.STALL_IN_DATA).takingUpTo(LARGE)) {
            byte[] message = new byte[LARGE];
            new Random(1).nextBytes(message);
            SmtpOutcome outcome = new SmtpRelay(DeliveryFixture.smtp(server.port(), Duration.ofMillis(400)), FROM)
                    .sendOne(new Envelope(FROM, new EmailAddress("reader@example.com")), message);
            assertThat(outcome).isEqualTo(new SmtpOutcome.Broken("the mail server did not answer in time", false));
        }
    }

    @Test
    void addressesOfAllScriptsReachAServerThatTakesThem() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.sound().takingUtf8()) {
            fixture.withEdition();
            for (String address :
                    new String[] {"jürgen@straße.example", "anna@bücher.example", "плюс@пример.example"}) {
                fixture.subscribers.add(DeliveryFixture.NEWSLETTER, new EmailAddress(address), "test");
            }
            fixture.fanOut();
            assertThat(fixture.deliver(DeliveryFixture.smtp(server.port()), Reach.ALL)
                            .sent())
                    .isEqualTo(3);
            assertThat(server.recipients())
                    .containsExactlyInAnyOrder(
                            "jürgen@xn--strae-oqa.example", "anna@xn--bcher-kva.example", "плюс@xn--e1afmkfd.example");
            assertThat(server.taken())
                    .allSatisfy(mail -> assertThat(mail.sender().contains("SMTPUTF8"))
                            .isEqualTo(!mail.recipient().startsWith("anna")));
            assertThat(server.taken().stream().map(mail -> utf8(header(mail, "To: "))))
                    .contains("To: jürgen@xn--strae-oqa.example");
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static ScriptedSmtpServer wantingLogin(Door door) {
        return new ScriptedSmtpServer((to, tries) -> Fault.NONE, door, 9);
    }

    private static Smtp withToken(int port) {
        return new Smtp(
                "127.0.0.1",
                Optional.of(port),
                Security.NONE,
                Optional.of("anna"),
                Optional.of(new Secret("a-token")),
                Optional.of(Login.XOAUTH2),
                1,
                1000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Optional.empty(),
                List.of());
    }

    @Test
    void accessTokenLogsInWhereConfigured() {
        try (ScriptedSmtpServer server = wantingLogin(Door.ECHOES_LOGIN).loggingInBy("PLAIN XOAUTH2")) {
            fixture.owedTo(1).deliver(withToken(server.port()), Reach.ALL);
            String sent = server.logins().get(0).replaceAll(".* ", "");
            assertThat(server.logins().get(0)).startsWith("AUTH XOAUTH2 ");
            assertThat(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8))
                    .isEqualTo("user=anna\1auth=Bearer a-token\1\1");
        }
    }

    @Test
    void loginThatTheServerDoesNotOfferIsNotReplacedByAnother() {
        try (ScriptedSmtpServer server = wantingLogin(Door.REFUSES_LOGIN)) {
            DispatchReport report = fixture.owedTo(1).deliver(withToken(server.port()), Reach.ALL);
            assertThat(report.relayProblem().orElseThrow()).doesNotContain("a-token");
            assertThat(server.logins()).isEmpty();
        }
    }
}

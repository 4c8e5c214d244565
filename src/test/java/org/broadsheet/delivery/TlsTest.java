package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.Backoff;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Secret;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link to the mail server is protected, or not used. */
class TlsTest {
    @TempDir
    Path directory;

    private TestCertificate certificate;
    private ScriptedSmtpServer server;
    private DeliveryFixture fixture;

    @BeforeEach
    void start() throws Exception {
        certificate = TestCertificate.make(directory);
        server = new ScriptedSmtpServer((to, tries) -> Fault.NONE, Door.ECHOES_LOGIN, 99)
                .offeringStartTls(certificate.server());
        fixture = DeliveryFixture.sqlite(directory, Clock.systemUTC()).owedTo(12);
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
    }

    @Test
    void mailsGoOverTheProtectedLink() {
        DispatchReport report = deliver("localhost", certificate.client(), Optional.empty());
        assertThat(report.relayProblem()).isEmpty();
        assertThat(report.sent()).isEqualTo(12);
        assertThat(server.recipients()).containsExactlyInAnyOrderElementsOf(DeliveryFixture.addresses(12));
    }

    @Test
    void commandsGoTogetherInsideTls() {
        DispatchReport report = deliver("localhost", certificate.client(), Optional.empty());
        assertThat(report.sent()).isEqualTo(12);
        assertThat(server.seenTogether()).isEqualTo(12);
    }

    @Test
    void tlsMayStartWithTheFirstByte() {
        try (ScriptedSmtpServer speaking = ScriptedSmtpServer.sound().speakingTls(certificate.server())) {
            DispatchReport report =
                    deliver(smtp("localhost", speaking.port(), Security.TLS, Optional.empty()), certificate.client());
            assertThat(report.relayProblem()).isEmpty();
            assertThat(report.sent()).isEqualTo(12);
        }
    }

    @Test
    void loginComesAfterTlsAndItsRefusalShowsNoPassword() {
        DispatchReport report = deliver("localhost", certificate.client(), Optional.of("hunter2"));
        assertThat(report.relayProblem().orElseThrow())
                .contains("refuses the login of anna")
                .doesNotContain("hunter2");
    }

    @Test
    void certificateMustBeTrusted() {
        SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
        assertThat(deliver("localhost", usual, Optional.of("hunter2"))
                        .relayProblem()
                        .orElseThrow())
                .contains("TLS failed");
        assertThat(fixture.count(DeliveryState.QUEUED)).isEqualTo(12);
    }

    @Test
    void certificateMustBeOfTheServersName() {
        assertThat(deliver("127.0.0.1", certificate.client(), Optional.empty())
                        .relayProblem()
                        .orElseThrow())
                .contains("TLS failed");
        assertThat(server.taken()).isEmpty();
    }

    private DispatchReport deliver(String host, SSLSocketFactory tls, Optional<String> password) {
        return deliver(smtp(host, server.port(), Security.STARTTLS, password), tls);
    }

    private static Smtp smtp(String host, int port, Security security, Optional<String> password) {
        return new Smtp(
                host,
                Optional.of(port),
                security,
                password.map(some -> "anna"),
                password.map(Secret::new),
                2,
                Duration.ofSeconds(5),
                Optional.empty());
    }

    private DispatchReport deliver(Smtp smtp, SSLSocketFactory tls) {
        DeliveryParts parts = new DeliveryParts(
                fixture.ledger,
                fixture.composer,
                new SmtpRelay(smtp, fixture.composer.sender(), tls),
                new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(1)),
                fixture.pacing());
        return new Dispatcher(parts, 2, Owner.ofThisProcess(), Clock.systemUTC())
                .deliver(DeliveryFixture.mail(), Reach.ALL, DeliveryProgress.SILENT);
    }
}

package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.Backoff;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To a mail server that is not ours, over TLS and with a login, and back out of the mailbox. */
class GreenMailDeliveryTest {
    @TempDir
    Path directory;

    private GreenMail server;
    private DeliveryFixture fixture;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup[] {
            ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()
        });
        server.start();
        server.setUser(DeliveryFixture.address(0), DeliveryFixture.address(0), "reader's");
        server.setUser("news@example.org", "broadsheet", "sender's");
        fixture = DeliveryFixture.sqlite(directory, Clock.systemUTC()).owedTo(12);
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.stop();
    }

    @Test
    void readerFindsTheMailInTheMailbox() throws Exception {
        DispatchReport report = deliver(settings(Security.NONE, "sender's"), usual());
        assertThat(report.sent()).isEqualTo(12);

        Properties properties = new Properties();
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), DeliveryFixture.address(0), "reader's");
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        Message message = inbox.getMessage(1);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getSubject()).isEqualTo("Nordsee überholt Kohle");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("für reader0@example.com");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("für reader0@example.com")
                .contains("href=\"https://news.example.org/u/");
        store.close();
    }

    @Test
    void certificateOfAnotherNameEndsTheRun() throws Exception {
        DispatchReport report = deliver(settings(Security.TLS, "sender's"), trusting());
        assertThat(report.relayProblem().orElseThrow()).contains("TLS failed").contains("localhost");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void certificateThatNobodyVouchesForEndsTheRun() {
        DispatchReport report = deliver(settings(Security.TLS, "sender's"), usual());
        assertThat(report.relayProblem().orElseThrow())
                .contains("TLS failed")
                .contains("certificate")
                .doesNotContain("\n");
        assertThat(report.open()).isEqualTo(12);
    }

    @Test
    void startTlsIsNeverGivenUpSilently() {
        DispatchReport report = deliver(settings(Security.STARTTLS, "sender's"), usual());
        assertThat(report.relayProblem().orElseThrow()).contains("offers no STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private DispatchReport deliver(Smtp smtp, SSLSocketFactory tls) {
        DeliveryParts parts = new DeliveryParts(
                fixture.ledger,
                fixture.composer,
                new SmtpRelay(smtp, fixture.composer.sender(), tls),
                new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(1)),
                fixture.pacing());
        return new Dispatcher(parts, smtp.connections(), Owner.ofThisProcess(), Clock.systemUTC())
                .deliver(DeliveryFixture.mail(), Reach.ALL, DeliveryProgress.SILENT);
    }

    private Smtp settings(Security security, String password) {
        int port = security == Security.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return new Smtp(
                "localhost",
                Optional.of(port),
                security,
                Optional.of("broadsheet"),
                Optional.of(new Secret(password)),
                2,
                Duration.ofSeconds(5),
                Optional.empty());
    }

    private static SSLSocketFactory usual() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static SSLSocketFactory trusting() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var stream = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(stream, "changeit".toCharArray());
        }
        return TestCertificate.trusting(keys.getCertificate(keys.aliases().nextElement()));
    }
}

package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.addresses;
import static org.broadsheet.delivery.DeliveryFixture.smtp;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a sending process without a warning, and goes on in another. */
class CrashTest {
    private static final int READERS = 400;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 250})
    void nothingIsLostAndAtMostOneMailPerConnectionIsDoubled(int killedAfter) throws Exception {
        try (DeliveryFixture fixture = DeliveryFixture.sqlite(directory, Clock.systemUTC());
                ScriptedSmtpServer server = ScriptedSmtpServer.sound()) {
            fixture.owedTo(READERS);
            int takenByTheDoomed = killMidway(server, killedAfter);
            long settledByTheDoomed = fixture.count(DeliveryState.SENT);
            assertThat(fixture.count(DeliveryState.SENDING)).isPositive();

            DispatchReport report = fixture.deliver(smtp(server.port()), Reach.ALL);

            List<String> arrived = server.recipients();
            assertThat(report.open()).isZero();
            assertThat(report.sent() + settledByTheDoomed).isEqualTo(READERS);
            assertThat(new HashSet<>(arrived)).containsExactlyInAnyOrderElementsOf(addresses(READERS));
            assertThat(arrived.size() - READERS)
                    .as("doubled mails after %d were taken", takenByTheDoomed)
                    .isBetween(0, 4);
        }
    }

    private int killMidway(ScriptedSmtpServer server, int after) throws IOException, InterruptedException {
        CountDownLatch taken = new CountDownLatch(after);
        server.onTaken(mail -> taken.countDown());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedSender.class.getName(),
                        directory.toString(),
                        String.valueOf(server.port()))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "doomed.log"))
                .start();
        try {
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        server.onTaken(mail -> {});
        return server.taken().size();
    }
}

package org.broadsheet.delivery.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command {@code send}, killed again and again without a warning, now and then while two run at once, and a mail
 * server with which much goes wrong.
 */
class KilledSendersTest {
    private static final int READERS = Integer.getInteger("broadsheet.readers", 20_000);
    private static final int KILLS = 20;
    private static final int CONNECTIONS = 4;
    /** Each of these ends by itself, with deliveries that the server wanted later. */
    private static final int MOST_ROUNDS = 10;

    private final long seed = Long.getLong("broadsheet.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Process> living = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyMailArrivesWhateverIsKilled() throws Exception {
        System.out.println("KilledSendersTest seed " + seed);
        try (FaultServer server = new FaultServer(seed)) {
            Installed installed = new Installed(folder, server.port(), CONNECTIONS);
            installed.subscribe(READERS);
            killAgainAndAgain(installed, server);
            for (Process process : living) {
                assertThat(Installed.status(process)).as(installed.log()).isIn(0, 1);
            }
            assertThat(sendToTheEnd(installed)).as(installed.log()).isZero();
            judge(installed, server);
        } finally {
            living.forEach(Process::destroyForcibly);
        }
    }

    private void killAgainAndAgain(Installed installed, FaultServer server) throws Exception {
        long[] moments = random.longs(KILLS, 1, READERS * 9L / 10).sorted().toArray();
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = kill % 4 == 1 ? 2 : 1;
            long moment = Math.max(moments[kill], server.taken() + 1 + random.nextInt(READERS / 200));
            Process doomed = awaitDoom(installed, server, wanted, moment);
            doomed.destroyForcibly().waitFor();
            living.remove(doomed);
        }
    }

    /** One of the processes that are alive at that moment; whichever ended by itself before is started anew. */
    private Process awaitDoom(Installed installed, FaultServer server, int wanted, long moment) throws Exception {
        while (true) {
            living.removeIf(process -> !process.isAlive());
            while (living.size() < wanted) {
                Process process = installed.send();
                CompletableFuture<Void> unused = process.onExit().thenRun(server::wake);
                living.add(process);
            }
            server.awaitTaken(moment, () -> living.stream().anyMatch(process -> !process.isAlive()));
            Process chosen = living.get(random.nextInt(living.size()));
            if (chosen.isAlive()) {
                return chosen;
            }
        }
    }

    private static int sendToTheEnd(Installed installed) throws Exception {
        int status = 1;
        for (int round = 0; status != 0 && round < MOST_ROUNDS; round++) {
            status = Installed.status(installed.send());
        }
        return status;
    }

    private void judge(Installed installed, FaultServer server) throws Exception {
        List<Reception> all = IntStream.range(0, READERS)
                .mapToObj(number -> server.reception(Installed.address(number)))
                .toList();
        long accepted = all.stream().filter(Reception::isTaken).count();
        long refused = all.stream().filter(Reception::isRefused).count();
        long lost = READERS - accepted - refused;
        long doubled = all.stream().mapToLong(Reception::doubled).sum();
        long doubledInDoubt = all.stream().mapToLong(Reception::doubledInDoubt).sum();
        System.out.printf(
                Locale.ROOT,
                "| kills | connections | readers | accepted | refused | lost | doubled by kills | at most | doubled by"
                        + " cut replies |%n| %d | %d | %d | %d | %d | %d | %d | %d | %d |%n",
                KILLS,
                CONNECTIONS,
                READERS,
                accepted,
                refused,
                lost,
                doubled,
                KILLS * CONNECTIONS,
                doubledInDoubt);
        assertThat(lost).isZero();
        assertThat(doubled).isLessThanOrEqualTo(KILLS * CONNECTIONS);
        assertThat(server.damaged()).isZero();
        assertThat(installed.deliveries("sent")).isEqualTo(accepted);
        assertThat(installed.deliveries("failed")).isEqualTo(refused);
    }
}

package org.broadsheet.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is sending a delivery: one connection of one process. Written into the ledger, it lets another process find out
 * whether the first one is still alive.
 *
 * @param host where the process runs
 * @param started when it started, in epoch milliseconds: process ids are used again
 * @param lane which of the process's connections
 */
public record Owner(String host, long pid, long started, String lane) {

    /** This process, on its machine. */
    public static Owner ofThisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(hostName(), self.pid(), startOf(self), "0");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(':', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The same process, another connection. */
    public Owner lane(String name) {
        return new Owner(host, pid, started, name);
    }

    static Optional<Owner> parse(String text) {
        String[] parts = text.split(":", 4);
        if (parts.length < 4 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
    }

    /** Whether the other's process certainly runs no more. Of another machine's process nothing is certain. */
    boolean knowsDead(Owner other) {
        return host.equals(other.host)
                && ProcessHandle.of(other.pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> startOf(process) == other.started)
                        .isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + pid + ":" + started + ":" + lane;
    }
}

package org.broadsheet.delivery.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** An SMTP server on the loopback with which much goes wrong; remembers who got what, and no mail. */
final class FaultServer implements AutoCloseable {
    private final long seed;
    private final ServerSocket listener;
    private final Map<String, Reception> receptions = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private long taken;
    private long damaged;

    FaultServer(long seed) throws IOException {
        this.seed = seed;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new FaultDialogue(this, socket).run();
        } catch (IOException e) {
            // The sender was killed, or this server was closed.
        } finally {
            sockets.remove(socket);
        }
    }

    Reception reception(String recipient) {
        return receptions.computeIfAbsent(recipient, some -> new Reception());
    }

    Fault fault(String recipient) {
        return Fault.of(seed, recipient, reception(recipient).nextTry());
    }

    /** Takes responsibility for a mail. */
    void take(String recipient, boolean leftInDoubt, boolean whole) {
        reception(recipient).take(leftInDoubt);
        synchronized (this) {
            taken++;
            damaged += whole ? 0 : 1;
            notifyAll();
        }
    }

    synchronized long taken() {
        return taken;
    }

    /** How many mails were not whole. */
    synchronized long damaged() {
        return damaged;
    }

    /** Makes {@link #awaitTaken} look again. */
    synchronized void wake() {
        notifyAll();
    }

    /** Returns when that many mails were taken in all, or something else ends the wait. */
    synchronized void awaitTaken(long count, BooleanSupplier over) throws InterruptedException {
        while (taken < count && !over.getAsBoolean()) {
            wait();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
